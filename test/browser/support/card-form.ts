// The add page in people's hands: Stripe's frame, our own fields beside it, and the bank's dialog.

import type { FrameLocator, Locator, Page } from 'playwright-core'
import { paths } from '../../../src/web/paths.ts'

export interface TypedCard {
  readonly number?: string
  readonly expiry?: string
  readonly cvc?: string
}

export function cardFrame(page: Page): FrameLocator {
  return page.frameLocator('#payment-element iframe')
}

export function bankFrame(page: Page): FrameLocator {
  return page.frameLocator('dialog iframe')
}

export async function openCardForm(page: Page): Promise<void> {
  await page.goto(paths.newPaymentMethod)
  await cardReady(page)
}

export async function cardReady(page: Page): Promise<void> {
  await page.locator('.hosted.shown').waitFor()
}

/** Where there are scripts; without them there is no form, and the page says what to do instead. */
export async function anyCardReady(page: Page): Promise<void> {
  await page.waitForLoadState()
  if (await page.evaluate('Boolean(window.Stripe)')) await cardReady(page)
}

export async function typeCard(page: Page, card: TypedCard = {}): Promise<void> {
  const { number = '4242424242424242', expiry = '12/40', cvc = '123' } = card
  const frame = cardFrame(page)
  await frame.locator('[name=number]').fill(number)
  await frame.locator('[name=expiry]').fill(expiry)
  await frame.locator('[name=cvc]').fill(cvc)
}

/** Presses Escape before the bank's page, once that has the focus: only then does it hear the key. */
export async function turnAwayFromBank(page: Page): Promise<void> {
  await bankFrame(page).locator('h1:focus').waitFor()
  // Not waited for: the frame that hears the key may be gone before it can say so, and then Chromium never does.
  void page.keyboard.press('Escape').catch(() => {})
}

export function addButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Add card|Ajouter une carte)$/ })
}

/** As a hand does it: a page that has just scrolled is looked at before it is clicked. */
export async function press(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  await button
    .page()
    .evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  await button.click()
}

/** Opens the form, types the card and presses the button. */
export async function tryCard(page: Page, card: TypedCard = {}): Promise<void> {
  await openCardForm(page)
  await typeCard(page, card)
  await press(addButton(page))
}

export async function backOnList(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === paths.paymentMethods)
}

export async function addCard(page: Page, card: TypedCard = {}): Promise<void> {
  await tryCard(page, card)
  await backOnList(page)
}

export function errorSummary(page: Page): Locator {
  return page.locator('.banner.error')
}
