// A screen reader in the page itself: it reads what the browser shows, and says what changes while people act.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export interface ScreenReader {
  /** The whole page, from its beginning to its end. */
  readsPage(): Promise<string>
  /** What was said since it was last asked. */
  said(): Promise<string>
}

const bundle = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js')

const program = readFileSync(bundle, 'utf8').replace(
  /export ?\{.*? as virtual\}/,
  (exported) => `window.screenReader = ${/([\w$]+) as virtual/.exec(exported)?.[1]}`,
)

// The reader takes a live region's class for news, which htmx changes around what it puts there.
// Real ones say what becomes of its text.
const deafToClasses = `class extends MutationObserver {
  constructor(hear) {
    super((changes, observer) => {
      const heard = changes.filter(({ type, target }) => type !== 'attributes' || target.role !== 'status')
      if (heard.length > 0) hear(heard, observer)
    })
  }
}`

/** Listens from now on; first comes what a page that was just opened says: its title, and what has the focus. */
export async function screenReader(page: Page): Promise<ScreenReader> {
  await page.evaluate(`(() => { ${program}\n})()`)
  const said = async () => {
    const phrases = await page.evaluate<string[]>(`(async () => {
      const phrases = await screenReader.spokenPhraseLog()
      await screenReader.clearSpokenPhraseLog()
      return phrases
    })()`)
    return spoken(phrases)
  }
  await page.evaluate(`(async () => {
    const Observer = window.MutationObserver
    window.MutationObserver = ${deafToClasses}
    await screenReader.start({ container: document.body })
    window.MutationObserver = Observer
    const opened = document.activeElement
    if (opened === document.body) return
    opened.blur()
    opened.focus()
  })()`)
  const first = [`title, ${await page.title()}`, await said()].filter(Boolean).join('\n')
  let before = first
  return {
    async said() {
      const news = [before, await said()].filter(Boolean).join('\n')
      before = ''
      return news
    },
    async readsPage() {
      await page.evaluate(`(async () => {
        while ((await screenReader.lastSpokenPhrase()) !== 'end of document') await screenReader.next()
      })()`)
      return said()
    },
  }
}

// Where things end is left out, and what a paragraph or a form is called: people hear neither.
function spoken(phrases: readonly string[]): string {
  return phrases
    .filter((phrase) => !/^(end of .*|document|paragraph|time|form)$/.test(phrase))
    .map((phrase) => phrase.replace(/, level \d+, position (\d+), set size (\d+)/, ', $1 of $2'))
    .map((phrase) => phrase.replace(/^\d\d\/\d{4}$/, 'MM/YYYY'))
    .join('\n')
}
