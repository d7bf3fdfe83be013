// The account, its second factor and what asks for the password again, each with the way to it.

import type { Page } from 'playwright-core'
import { codeAt } from '../../support/authenticator.ts'
import { errorSummary } from './card-form.ts'
import type { MembersPage } from './page-state.ts'

const factor = '/account/second-factor'
const password = 'correct horse battery staple'

async function begin(page: Page): Promise<string> {
  await page.goto(factor)
  await page.locator(`form[action="${factor}"] button`).click()
  const key = page.locator('.key')
  await key.waitFor()
  return ((await key.textContent()) ?? '').replaceAll(' ', '')
}

async function turnOn(page: Page): Promise<void> {
  const key = await begin(page)
  await page.locator('#code').fill(codeAt(key, Date.now()))
  await page.locator('main .primary').click()
  await page.locator('.codes').waitFor()
}

async function askAgain(page: Page): Promise<void> {
  await turnOn(page)
  await page.goto(factor)
  await page.locator('main .danger').click()
  await page.locator('#again').waitFor()
}

async function halfWayIn(page: Page, email: string): Promise<void> {
  await turnOn(page)
  await page.context().clearCookies({ name: 'sid' })
  await page.goto('/sign-in')
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('form .primary').click()
  await page.locator('#code').waitFor()
}

export const accountStates: Readonly<Record<string, MembersPage>> = {
  'the account': { go: ({ page }) => page.goto('/account') },
  'the account, its password refused': {
    async go({ page }) {
      await page.goto('/account')
      await page.locator('form[action="/account/password"] button').click()
      await errorSummary(page).waitFor()
    },
  },
  'no second factor yet': { go: ({ page }) => page.goto(factor) },
  'a second factor that waits': { go: ({ page }) => begin(page) },
  'a second factor, its code refused': {
    async go({ page }) {
      await begin(page)
      await page.locator('#code').fill('12')
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'the recovery codes': { go: ({ page }) => turnOn(page) },
  'a second factor that is on': {
    async go({ page }) {
      await turnOn(page)
      await page.goto(factor)
    },
  },
  'the password again': { go: ({ page }) => askAgain(page) },
  'the password again, refused': {
    async go({ page }) {
      await askAgain(page)
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'the code of the phone': { go: ({ page, email }) => halfWayIn(page, email) },
  'a recovery code, refused': {
    async go({ page, email }) {
      await halfWayIn(page, email)
      await page.locator('.ways a').first().click()
      await page.locator('#code').fill('nothing')
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'security of the company': { go: ({ page }) => page.goto('/settings/security') },
}
