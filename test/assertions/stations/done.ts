// Assertions 39 to 41 and 44: what a page says of something done, and what asking for it does.

import { altered, digestOf } from '../../support/digest.ts'
import type { Findings } from '../table/assertion.ts'
import { ask, drawn } from './ask.ts'
import type { Sight } from './sight.ts'

/** As it stands when it has just come: the focus, and the title. */
export async function announced(sight: Sight): Promise<Findings> {
  let findings = await announcedNow(sight)
  // The browser moves the focus when it draws the page for the first time.
  for (let times = 0; times < 5 && findings[39]?.length; times += 1) {
    await drawn(sight.page)
    findings = await announcedNow(sight)
  }
  return findings
}

function announcedNow({ page, language }: Sight): Promise<Findings> {
  return ask(
    page,
    `const banner = document.querySelector('main .banner.done')
    const error = document.querySelector('main .banner.error')
    const shown = [banner, error].filter((each) => each && isShown(each))
    // Whoever has opened a menu since has taken the focus elsewhere.
    if (shown.length === 0 || all(':popover-open').length > 0) return { 39: null, 40: null }
    const starts = banner ? textOf(banner) : ${JSON.stringify(language === 'fr' ? 'Erreur' : 'Error')}
    return {
      39: shown.some((each) => each === document.activeElement) ? [] : [brief(document.activeElement)],
      40: document.title.replace(/\\s+/g, ' ').startsWith(starts) ? [] : [document.title],
    }`,
  )
}

/** The last look at a page: it is asked for once more. */
export async function askedAgain({ page, stage, kind }: Sight): Promise<Findings> {
  if (kind !== 'running') return { 41: null, 44: null }
  const { desk } = stage
  const done = await page.locator('main .banner.done').count()
  const before = await digestOf(desk)
  desk.sandbox.log.clear()
  const [address = ''] = page.url().split('#')
  // By hand, and not by the browser: that one would send once more what was sent before.
  const answer = await page.request.get(address, { headers: { Accept: 'text/html' }, maxRedirects: 0 })
  const again = await answer.text()
  const changed = altered(before, await digestOf(desk))
  const asked = desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')
  return {
    41: done === 0 ? null : again.includes('class="banner done"') ? ['it says so again'] : [],
    44: [...changed, ...asked.map(({ method, path }) => `${method} ${path} of Stripe`)],
  }
}
