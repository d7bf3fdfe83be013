// What is there for those who are not signed in.

import { randomUUID } from 'node:crypto'
import { makePasswordLink } from '../../../src/sign-in/password-link.ts'
import { paths } from '../../../src/web/paths.ts'
import { errorSummary } from './card-form.ts'
import { newColleague, newMember } from './new-member.ts'
import type { OpenPage } from './page-state.ts'
import type { Stage } from './stage.ts'

export const signedOut: Readonly<Record<string, OpenPage>> = {
  'signing in': { go: (page) => page.goto('/sign-in') },
  'signing in, refused': {
    async go(page) {
      await page.goto('/sign-in')
      await page.locator('#email').fill('nobody@nowhere.example')
      await page.locator('#password').fill('something else')
      await page.locator('form .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'a forgotten password': { go: (page) => page.goto('/sign-in/forgotten') },
  'a forgotten password, refused': {
    async go(page) {
      await page.goto('/sign-in/forgotten')
      await page.locator('form .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'a guide': { go: (page) => page.goto('/help/cards-from-abroad') },
  'choosing a password': { go: async (page, stage) => page.goto(await passwordLink(stage)) },
  'choosing a password, refused': {
    async go(page, stage) {
      await page.goto(await passwordLink(stage))
      await page.locator('form .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'a link that has expired': { go: (page) => page.goto(paths.password('nothing')) },
  'an invitation that is not there': { go: (page) => page.goto(paths.acceptance('nothing')) },
  'signing in, too often': {
    async go(page) {
      for (let times = 0; times < 6; times += 1) {
        await page.goto(paths.signIn)
        await page.locator('#email').fill('somebody@example.com')
        await page.locator('#password').fill('not this one either')
        await page.locator('form .primary').click()
        await errorSummary(page).waitFor()
      }
    },
  },
  'the gallery': { go: (page) => page.goto(paths.gallery) },
}

/** Of somebody who has just asked for it. */
async function passwordLink({ desk }: Stage): Promise<string> {
  const { store, clock } = desk.ports
  const email = `${randomUUID()}@studio.example`
  const { companyId } = await newMember(desk, email, [])
  const { members } = store
  const id = (await members.byEmail(await newColleague(desk, companyId)))?.member.id ?? ''
  return paths.password(await makePasswordLink(store.passwordLinks, id, clock.now()))
}
