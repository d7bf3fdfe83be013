// npm run weights: what the main pages weigh as a browser loads them for the first time, and the heaviest state of each
// view. Fails where something is more than it may be.

import { launch } from '../support/browser.ts'
import { chromiumForTests } from '../support/chromium.ts'
import { mainPages, withFiveCards } from '../support/main-pages.ts'
import { openDesk } from '../support/running-desk.ts'
import { heaviest, tooHeavy, weighedPages } from './gallery.ts'
import { limitOf } from './limits.ts'
import { faultsOfLoad } from './load-faults.ts'
import { loadOf } from './on-the-wire.ts'

const faults: string[] = []
const desk = await openDesk()
const browser = await launch(await chromiumForTests())
try {
  const [name = '', value = ''] = (await withFiveCards(desk)).split('=')
  console.log('page                      HTML    CSS  scripts  pictures  in all  requests  from Stripe')
  for (const page of await mainPages(desk)) {
    const context = await browser.newContext({ baseURL: desk.url, locale: 'fr-FR' })
    if (page.isSignedIn) await context.addCookies([{ name, value, url: desk.url }])
    const load = await loadOf(await context.newPage(), page.path)
    await context.close()
    faults.push(...faultsOfLoad(page, load, desk.sandboxUrl))
    const { document, stylesheet, script, other, requests, elsewhere } = load
    const columns: [number, number][] = [
      [document, 6],
      [stylesheet, 7],
      [script, 9],
      [other, 10],
      [document + stylesheet + script + other, 8],
      [requests, 10],
      [elsewhere.length, 13],
    ]
    console.log(
      page.name.padEnd(24) + columns.map(([number, width]) => String(number).padStart(width)).join(''),
    )
  }
} finally {
  await browser.close()
  await desk.close()
}

const pages = weighedPages()
console.log('\nview                              HTML    sent  limit  heaviest state')
for (const { view, state, language, html, sent } of heaviest(pages)) {
  const numbers = String(html).padStart(7) + String(sent).padStart(8) + String(limitOf(view)).padStart(7)
  console.log(`${view.padEnd(31)}${numbers}  ${state}, ${language}`)
}
faults.push(...tooHeavy(pages))
console.log(faults.length === 0 ? '\nNothing is too heavy.' : `\nToo heavy:\n${faults.join('\n')}`)
process.exit(faults.length === 0 ? 0 : 1)
