// Each page is looked at where it stands, in the browser, and as the server sent it.
// Of html-validate's rules, .htmlvalidate.json changes four. doctype-style: lower case is as valid, and what the
// HTML standard itself writes in its examples. heading-level: an error summary stands before the h1, first in main,
// and its heading is an h2. long-title: a title begins with what was just
// done, in whole words. require-sri: our own files come from our own origin under names that are their hashes,
// and Stripe forbids to pin its script, which changes without notice.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { signedIn, signedOut } from './every-page.ts'
import { barriers, markupFaults, structureFaults } from './inspection.ts'
import { type Language, setStage } from './stage.ts'

// The same templates in another language have the same barriers: `npm run test:a11y` looks for them there too.
function forBarriers(language: Language): boolean {
  return language === 'en' || process.env.EVERY_PAGE === 'thoroughly'
}

async function inspect(page: Page, language: Language, sent: () => Promise<string>): Promise<void> {
  expect(await markupFaults(await sent())).toEqual([])
  expect(await structureFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.lang')).toBe(language)
  if (!forBarriers(language)) return
  // Colours do not depend on the language.
  if (language === 'fr') return expect(await barriers(page, 'no colours')).toEqual([])
  expect(await barriers(page, 'colours')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriers(page, 'only colours')).toEqual([])
}

/** The document that the server answered with last. */
function lastDocument(page: Page): () => Promise<string> {
  let source = Promise.resolve('')
  page.on('response', (response) => {
    const shown = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (shown && response.status() !== 303) source = response.text()
  })
  return () => source
}

export function inspectEveryPage(language: Language): void {
  const stage = setStage()

  const claim = forBarriers(language) ? 'is valid and without barriers' : 'is valid'

  it.each(Object.entries(signedOut))(`%s ${claim} (${language})`, async (_name, go) => {
    const page = await stage.window({ language })
    const sent = lastDocument(page)
    await go(page)
    await inspect(page, language, sent)
  })

  it.each(Object.entries(signedIn))(`%s ${claim} (${language})`, async (_name, { go, cards }) => {
    const guest = await stage.guest({ language, ...(cards && { cards }) })
    const sent = lastDocument(guest.page)
    await go(guest, stage)
    await inspect(guest.page, language, sent)
  })
}
