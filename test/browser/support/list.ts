// The list of cards as people find their way in it: rows by what they say, kebabs by their names.

import type { Locator, Page } from 'playwright-core'

export function row(page: Page, last4: string): Locator {
  return page.locator('.cards > li').filter({ has: page.locator('.last4', { hasText: last4 }) })
}

export function kebab(page: Page, last4: string, name: string | RegExp = defaultName(last4)): Locator {
  return row(page, last4).getByRole('button', { name })
}

const defaultName = (last4: string) => new RegExp(`^Actions .* ${last4}$`)

export function badges(page: Page): Locator {
  return page.locator('.badge.default')
}

/** Writes down each text that the live region takes on, from now on. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    window.spoken = []
    new MutationObserver(() => window.spoken.push(document.getElementById('live').textContent))
      .observe(document.getElementById('live'), { childList: true, characterData: true, subtree: true })`)
  return () => page.evaluate<string[]>('window.spoken')
}
