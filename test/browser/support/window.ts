import type { Browser, Page } from 'playwright-core'
import type { GuestOptions } from './stage.ts'

const wide = { width: 1280, height: 800 }

/** `complain` hears of scripts that fail and of broken policies; answers that say no are no complaint. */
export async function openWindow(
  browser: Browser,
  baseURL: string,
  { language = 'en', cards: _, ...options }: GuestOptions,
  complain: (complaint: string) => void,
): Promise<Page> {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const context = await browser.newContext({ baseURL, locale, viewport: wide, ...options })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => {
    // The browser's own: it gives up the view transition between two pages when the second one is there too soon.
    if (!message.startsWith('Transition was ')) complain(`${page.url()}: ${message}`)
  })
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !/^Failed to load resource|htmx:error: Failed to fetch/.test(text)) {
      complain(`${page.url()}: ${text}`)
    }
  })
  return page
}
