// Assertion 1. Axe itself, without the builder around it: that one waits for timers, which pages without scripts have not.

import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import type { Sight } from './sight.ts'

const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const { source }: { source: string } = near('axe-core')

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const contrast = 'color-contrast'

export async function barriersInLight(sight: Sight): Promise<Findings> {
  await bringAxe(sight)
  return { 1: await violations(sight.page, { runOnly: { type: 'tag', values: wcag } }) }
}

/** Colours are looked at in each scheme; all the rest does not depend on them. */
export async function barriers(sight: Sight): Promise<Findings> {
  const { 1: inLight } = await barriersInLight(sight)
  const faults = [...(inLight ?? [])]
  // The same templates have the same colours in either language.
  if (sight.language === 'en') {
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await sight.page.emulateMedia(media)
      const found = await violations(sight.page, { runOnly: { type: 'rule', values: [contrast] } })
      faults.push(...found.map((fault) => `${Object.values(media)[0]}: ${fault}`))
      await sight.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    }
  }
  return { 1: faults }
}

// Letters run no script either, whatever the browser does.
async function bringAxe({ page, script, kind }: Sight): Promise<void> {
  await page.evaluate(source)
  if (!script || kind === 'letter')
    await page.evaluate('window.setTimeout = (then) => (Promise.resolve().then(then), 0)')
}

// Stripe's frames are left to Stripe, and our letters are looked at as documents of their own.
function violations(page: Page, options: object): Promise<string[]> {
  const all = JSON.stringify({ ...options, iframes: false, preload: false, resultTypes: ['violations'] })
  return page.evaluate<string[]>(
    `axe.run(document, ${all}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`,
  )
}
