// What assistive technology finds on each page: roles, names, headings, order and states, in a file a page.
// Menus are shown open, and forms that a script shows are shown.

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Language } from '../../src/company/company.ts'
import { gallery } from '../../src/gallery/gallery.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { createRender } from '../../src/web/render.ts'
import type { Views } from '../../src/web/views.ts'
import { launchBrowser } from '../support/browser.ts'
import { type PageName, toldStates } from './told-states.ts'

const render = createRender(loadAssets())
const styles = readFileSync(new URL('../../public/app.css', import.meta.url), 'utf8')
const languages = ['fr', 'en'] as const

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent(`<!doctype html><style>${styles}</style><body></body>`)
})
afterAll(() => browser.close())

it.each(Object.keys(toldStates) as PageName[])('%s', async (name) => {
  const trees: string[] = []
  for (const state of toldStates[name]) {
    for (const language of languages) {
      trees.push(`# ${state}, ${language}\n${await treeOf(body(name, state, language))}`)
    }
  }
  await expect(`${trees.join('\n\n')}\n`).toMatchFileSnapshot(
    `__snapshots__/trees/${name.replace('/', '.')}.yaml`,
  )
})

// Chromium’s tree does not show it: Safari takes the role from lists without a mark, and not from those with an empty one.
it('no list is less than a list in Safari', () => {
  expect(styles).not.toMatch(/list-style(-type)?: none/)
})

function body<N extends PageName>(name: N, state: string, language: Language): string {
  const states: Readonly<Record<string, (language: Language) => Views[N]>> = gallery[name]
  const view = states[state]
  if (!view) throw new Error(`${name} has no state ${state}`)
  const html = render.fragment(language, name, view(language))
  return name === 'layout' ? html.slice(html.indexOf('<body')) : `<main>${html}</main>`
}

async function treeOf(html: string): Promise<string> {
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}
    for (const menu of document.querySelectorAll('[popover]')) menu.removeAttribute('popover')
    for (const form of document.querySelectorAll('form[hidden]')) form.hidden = false
    for (const way of document.querySelectorAll('.hosted')) way.classList.add('shown')`)
  return tidied(await page.locator('body').ariaSnapshot())
}

// Small enough to review: where links lead is for other tests, and two hundred countries are one line.
function tidied(tree: string): string {
  return tree
    .replace(/^ *- \/url: .*\n?/gm, '')
    .replace(/^( *)(- .*):$(?!\n\1 +-)/gm, '$1$2')
    .replace(/(^ *- option )"[^"\n]*"( \[selected\])?\n(?:\1.*\n){20,}/gm, '$1…\n')
}
