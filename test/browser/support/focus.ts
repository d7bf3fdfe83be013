import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until this has the focus. */
export async function focusOn(locator: Locator): Promise<void> {
  const has = () => locator.evaluate((node) => node === node.ownerDocument.activeElement)
  await expect.poll(has, { timeout: 10_000 }).toBe(true)
}

/** Presses Tab until this has the focus, as people do who cannot see how far it is. */
export async function tabTo(locator: Locator, atMost = 25): Promise<void> {
  for (let times = 0; times < atMost; times += 1) {
    await locator.page().keyboard.press('Tab')
    if (await locator.evaluate((node) => node === node.ownerDocument.activeElement)) return
  }
  throw new Error(`${atMost} Tabs do not lead to ${locator}`)
}

/** What has the focus, in the words that a screen reader would find in it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    `(document.activeElement?.innerText ?? '').replace(/\\s+/g, ' ').trim() || document.activeElement?.localName`,
  )
}
