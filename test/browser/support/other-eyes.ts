// Pages as others of the company see them, and those who have left it; what must not be seen, too.

import { randomUUID } from 'node:crypto'
import { noBillingDetails } from '../../../src/company/billing-details.ts'
import type { Role } from '../../../src/company/company.ts'
import { paths } from '../../../src/web/paths.ts'
import { colleagueName, newColleague } from './new-member.ts'
import type { MembersPage } from './page-state.ts'
import { type Guest, type Stage, signIn } from './stage.ts'

/** The same company and window, in the place of its owner. */
function asColleague(role: Exclude<Role, 'owner'>, path: string): MembersPage {
  return {
    member: colleagueName,
    async go({ page, companyId }, { desk }) {
      const email = await newColleague(desk, companyId, role)
      await page.context().clearCookies({ name: 'sid' })
      await signIn(page, desk, email)
      await page.goto(path)
    },
  }
}

/** The id of somebody who has left the company, and whom its log remembers. */
async function formerColleague({ page, companyId }: Guest, { desk }: Stage): Promise<string> {
  const email = await newColleague(desk, companyId)
  const id = (await desk.ports.store.members.byEmail(email))?.member.id ?? ''
  await page.goto(paths.userRemoval(id))
  await page.locator('main .danger').click()
  await page.locator('.banner.done').waitFor()
  return id
}

export const otherEyes: Readonly<Record<string, MembersPage>> = {
  'payment methods, to somebody of billing': asColleague('billing', paths.paymentMethods),
  'payment methods, to a developer': asColleague('developer', paths.paymentMethods),
  'users, to somebody of billing': asColleague('billing', paths.users),
  'the account of a developer': asColleague('developer', paths.account),
  'erasing oneself': asColleague('developer', paths.accountErasure),
  'members of two companies': {
    async go({ page, email }, { desk }) {
      const [id, now] = [randomUUID(), desk.ports.clock.now()]
      const { store } = desk.ports
      const member = (await store.members.byEmail(email))?.member
      const company = { id, name: 'Brasserie du Port', stripeCustomerId: null }
      await store.companies.add(company, { ...noBillingDetails, name: company.name }, now)
      await store.members.join(id, member?.id ?? '', 'billing', now)
      await page.goto(paths.paymentMethods)
      await page.locator('.user-menu .menu-button').click()
    },
  },
  'former members, one of them': {
    async go(guest, stage) {
      await formerColleague(guest, stage)
      await guest.page.goto(paths.formerMembers)
    },
  },
  'erasing somebody who has left': {
    async go(guest, stage) {
      await guest.page.goto(paths.userErasure(await formerColleague(guest, stage)))
    },
  },
  'a company, erased': {
    async go({ page }) {
      await page.goto(paths.companyErasure)
      await page.locator('#company-name').fill('Studio Lambert')
      await page.locator('main .danger').click()
      await page.waitForFunction(`!document.querySelector('#company-name')`)
    },
  },
}
