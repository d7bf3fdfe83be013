// Every page and every state of one that has a name, each with the way to it.

import { accountStates } from './account-states.ts'
import { errorSummary } from './card-form.ts'
import { cardFormStates } from './card-form-states.ts'
import { cardStates } from './card-states.ts'
import { invoiceStates } from './invoice-states.ts'
import { letterStates } from './letter-states.ts'
import { otherEyes } from './other-eyes.ts'
import type { MembersPage } from './page-state.ts'
import { peopleStates } from './people-states.ts'

export const signedIn: Readonly<Record<string, MembersPage>> = {
  'billing details': { go: ({ page }) => page.goto('/settings') },
  'billing details, refused': {
    async go({ page }) {
      await page.goto('/settings')
      await page.locator('#name').fill('')
      await page.locator('#taxId').fill('FR1')
      await page.locator('#email').fill('nobody')
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'taking the data along': { go: ({ page }) => page.goto('/settings/export') },
  'erasing the company': { go: ({ page }) => page.goto('/settings/erasure') },
  'erasing the company, another name typed': {
    async go({ page }) {
      await page.goto('/settings/erasure')
      await page.locator('#company-name').fill('Another')
      await page.locator('main .danger').click()
      await errorSummary(page).waitFor()
    },
  },
  'former members': { go: ({ page }) => page.goto('/settings/former-members') },
  'erasing oneself, as an owner': { go: ({ page }) => page.goto('/account/erasure') },
  'the activity log': { go: ({ page }) => page.goto('/settings/activity') },
  'the activity log, its filters wrong': {
    go: ({ page }) => page.goto('/settings/activity?person=nobody&kind=cards&from=31/12/2026&to=today'),
  },
  'a page that is not there': { go: ({ page }) => page.goto('/nowhere') },
  'the guide to new cards': { go: ({ page }) => page.goto('/help/update-a-card') },
  'the guide to failed payments': { go: ({ page }) => page.goto('/help/failed-payment') },
  ...cardStates,
  ...cardFormStates,
  ...accountStates,
  ...invoiceStates,
  ...peopleStates,
  ...otherEyes,
  ...letterStates,
}
