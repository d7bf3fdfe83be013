// Invoices as people read them, and the mail about them.

import type { FrameLocator, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { bankFrame } from './card-form.ts'
import { focusOn } from './focus.ts'
import type { Guest, Language, Stage } from './stage.ts'

/** As it is read: spaces of all widths are spaces. */
export async function read(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim()
}

export async function readAll(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

export function state(page: Page): Locator {
  return page.locator('.invoice-head .badge')
}

export function attempts(page: Page): Locator {
  return page.locator('.story > li')
}

export function next(page: Page): Locator {
  return page.locator('.next > p:not(.actions)')
}

export function notice(page: Page): Locator {
  return page.locator('.notice')
}

export function banner(page: Page): Locator {
  return page.locator('main .banner')
}

/** The banner says so, has the focus, and says it once. */
export async function told(page: Page, text: string): Promise<void> {
  await banner(page).getByText(text, { exact: true }).waitFor()
  await focusOn(banner(page))
  expect(await banner(page).count()).toBe(1)
}

/** The bank's question, once it can be answered. */
export async function bankAsks(page: Page): Promise<FrameLocator> {
  const bank = bankFrame(page)
  await bank.locator('h1:focus').waitFor()
  return bank
}

/** Pages and mails alike speak it to this guest. */
export async function speaks({ desk }: Stage, { email }: Guest, language: Language): Promise<void> {
  await desk.database.run('update members set language = $2 where email = $1', [email, language])
}

/** The newest mail with this subject that the guest was sent, as text. */
export async function mailTo(page: Page, { email }: Guest, subject: string): Promise<string> {
  await page.goto(paths.sandboxMail)
  await page.locator('.mail').filter({ hasText: email }).getByRole('link', { name: subject }).first().click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
  return read(page.locator('.delivery pre'))
}
