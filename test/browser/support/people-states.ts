// The pages of a company's people, each with the way to it.

import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { errorSummary } from './card-form.ts'
import { newColleague } from './new-member.ts'
import type { MembersPage } from './page-state.ts'
import type { Guest, Stage } from './stage.ts'

const users = '/settings/users'

export const peopleStates: Readonly<Record<string, MembersPage>> = {
  'users and an invitation': {
    async go({ page, companyId }, { desk }) {
      await newColleague(desk, companyId)
      await invite(page, `${randomUUID()}@studio.example`)
      await page.locator('.person .menu-button').last().click()
    },
  },
  'users, alone': { go: ({ page }) => page.goto(users) },
  inviting: { go: ({ page }) => page.goto(`${users}/invitations`) },
  'inviting, refused': {
    async go({ page }) {
      const email = `${randomUUID()}@studio.example`
      await invite(page, email)
      await page.goto(`${users}/invitations`)
      await page.locator('#email').fill(email)
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'another role': {
    go: async (guest, stage) => guest.page.goto(`${users}/${await colleagueOf(guest, stage)}`),
  },
  'removing a user': {
    go: async (guest, stage) => guest.page.goto(`${users}/${await colleagueOf(guest, stage)}/removal`),
  },
  'handing over': {
    async go(guest, stage) {
      await colleagueOf(guest, stage)
      await guest.page.goto(`${users}/owner`)
    },
  },
  'handing over, refused': {
    async go(guest, stage) {
      await colleagueOf(guest, stage)
      await guest.page.goto(`${users}/owner`)
      await guest.page.locator('main .danger').click()
      await errorSummary(guest.page).waitFor()
    },
  },
  'an invitation': { go: ({ page }) => openInvitation(page) },
  'an invitation to somebody else': { go: ({ page }) => openInvitation(page, 'signed in') },
  'an invitation, refused': {
    async go({ page }) {
      await openInvitation(page)
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
}

async function invite(page: Page, email: string): Promise<void> {
  await page.goto(`${users}/invitations`)
  await page.locator('#email').fill(email)
  await page.locator('#role-billing').check()
  await page.locator('main .primary').click()
  await page.locator('.banner.done').waitFor()
}

/** As the letter leads there, in a window in which nobody is signed in unless told otherwise. */
async function openInvitation(page: Page, as: 'nobody' | 'signed in' = 'nobody'): Promise<void> {
  await invite(page, `${randomUUID()}@studio.example`)
  await page.goto('/sandbox/mail')
  await page.locator('main .mail a').first().click()
  const letter = await page.locator('pre').innerText()
  if (as === 'nobody') await page.context().clearCookies({ name: 'sid' })
  await page.goto(/\/invitations\/[\w-]+/.exec(letter)?.[0] ?? '')
}

async function colleagueOf({ companyId }: Guest, { desk }: Stage): Promise<string> {
  const email = await newColleague(desk, companyId)
  return (await desk.ports.store.members.byEmail(email))?.member.id ?? ''
}
