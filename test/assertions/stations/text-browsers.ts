// Assertion 37: what the two text browsers print of a page, where they are installed.

import { execFile, spawnSync } from 'node:child_process'
import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

const wanted = [
  {
    program: 'lynx',
    options: ['-dump', '-stdin', '-width=400', '-assume_charset=utf-8', '-display_charset=utf-8'],
  },
  { program: 'w3m', options: ['-dump', '-T', 'text/html', '-cols', '400', '-I', 'utf-8', '-O', 'utf-8'] },
]
const installed = wanted.filter(({ program }) => spawnSync(program, ['--version']).error === undefined)

/** The names of those that are not here. */
export const missingTextBrowsers = wanted
  .filter((browser) => !installed.includes(browser))
  .map(({ program }) => program)

export async function textBrowsers({ page, watch, kind, script }: Sight): Promise<Findings> {
  // They run no scripts, and never come to what only scripts bring about.
  if (kind === 'letter' || script || installed.length === 0) return { 37: null }
  // What can be done in main, with the name of the card that it is done to.
  const actions = await ask<string[]>(
    page,
    `const carded = all('.cards > li, li.card').flatMap((row) => {
      const card = textOf(row.querySelector('.card-name b')) + '|' + (row.querySelector('.last4') ? textOf(row.querySelector('.last4')) : '')
      return all('button, a[href]', row).map((each) => textOf(each) + '|' + card)
    })
    const others = all('main :is(button, a[href])').filter((each) => !each.closest('.cards > li, li.card, [hidden], #payment-element'))
    return [...carded, ...others.map((each) => textOf(each) + '||')]`,
  )
  if (actions.length === 0) return { 37: null }
  const html = await watch.source()
  const faults: string[] = []
  for (const browser of installed) {
    const shown = await dumped(browser, html)
    for (const action of new Set(actions)) {
      const [name = '', brand = '', last4 = ''] = action.split('|')
      if (!shown.includes(plain(name))) faults.push(`${browser.program} does not show “${name}”`)
      if (!name.includes(brand) || !name.includes(last4))
        faults.push(`“${name}” does not name ${brand} ${last4}`)
    }
  }
  return { 37: [...new Set(faults)] }
}

function dumped({ program, options }: (typeof wanted)[number], html: string): Promise<string> {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  return new Promise((resolve, reject) => {
    const child = execFile(program, options, { env, maxBuffer: 2 ** 24 }, (error, text) =>
      error ? reject(error) : resolve(plain(text.replace(/\[\d+\]/g, ''))),
    )
    child.stdin?.end(html)
  })
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
