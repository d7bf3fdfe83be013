// npm run lighthouse: what Lighthouse says of the main pages, as a desktop and as a phone: accessibility and best practices
// 100, performance 99 or more, as the median of three runs, and of seven where three do not reach it: a machine that is busy
// with something else takes points as well. Fails where a page stays below.
//   npm run lighthouse -- [RUNS] [PART OF A PAGE'S NAME]

import { type MainPage, mainPages, withFiveCards } from '../support/main-pages.ts'
import { openDesk } from '../support/running-desk.ts'
import { openBrowser } from './browser.ts'
import { type Category, type Form, loadLighthouse, type Verdict } from './lighthouse.ts'
import { heading, isBelow, type Judged, row, shortfalls } from './table.ts'

const runs = Number(process.argv[2] ?? 3)
const most = 7
const part = process.argv[3] ?? ''
// What is no fault of the page's.
const inherent: ReadonlyMap<string, { audit: string; why: string }> = new Map([
  [
    'not found',
    { audit: 'errors-in-console', why: 'browsers call the status of a page an error, which it is' },
  ],
  [
    'confirm a payment',
    {
      audit: 'cumulative-layout-shift',
      why: 'the bank’s frame comes up over it by itself, and its page moves',
    },
  ],
])

const ask = await loadLighthouse()
const desk = await openDesk()
const browser = await openBrowser()
const judged: Judged[] = []
try {
  const cookie = await withFiveCards(desk)
  const pages = await mainPages(desk)
  // The first of all waits for what is made once, and for the browser: it counts for nothing.
  for (const page of pages.slice(0, 1)) await judge(page, 'fr', 'desktop', 1)
  console.log(heading(runs))
  for (const [page, language] of inLanguages(pages)) {
    if (!page.name.includes(part)) continue
    for (const form of ['desktop', 'mobile'] as const) {
      await browser.signIn(desk.url, page.isSignedIn ? cookie : null)
      const result = await judge(page, language, form, runs)
      judged.push(result)
      console.log(row(result))
    }
  }
} finally {
  await browser.close()
  await desk.close()
}
for (const [name, { audit, why }] of inherent) console.log(`\nNot asked of “${name}”: ${audit} (${why})`)
const short = judged.flatMap(shortfalls)
console.log(
  short.length === 0 ? '\nNothing stays below its mark.' : `\nBelow their mark:\n${short.join('\n')}`,
)
process.exit(short.length === 0 ? 0 : 1)

/** All in French, and the list in English, too. */
function inLanguages(pages: readonly MainPage[]): [MainPage, 'fr' | 'en'][] {
  const list = pages.filter(({ name }) => name.startsWith('list'))
  return [
    ...pages.map((page): [MainPage, 'fr'] => [page, 'fr']),
    ...list.map((page): [MainPage, 'en'] => [page, 'en']),
  ]
}

async function judge(page: MainPage, language: 'fr' | 'en', form: Form, times: number): Promise<Judged> {
  const judged: Judged & { verdicts: Verdict[] } = { name: page.name, language, form, verdicts: [] }
  const isShort = (): boolean => times > 1 && isBelow(judged, 'performance')
  for (let run = 0; run < times || (run < most && isShort()); run++) {
    // What does not depend on how busy the machine is, is asked once.
    const steady: readonly Category[] = run === 0 ? ['accessibility', 'best-practices'] : []
    const verdict = await ask({
      url: `${desk.url}${page.path}?lang=${language}`,
      form,
      categories: [...steady, 'performance'],
      skipped: [inherent.get(page.name)?.audit ?? []].flat(),
      port: browser.port,
    })
    judged.verdicts.push(verdict)
  }
  return judged
}
