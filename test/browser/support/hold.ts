import type { Page } from 'playwright-core'

/** Holds back what the page asks of these addresses, until it is let go. */
export async function hold(page: Page, addresses: string): Promise<() => void> {
  let letGo = (): void => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await page.route(addresses, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}
