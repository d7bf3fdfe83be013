// Which of the stylesheet's selectors match something on the pages that are photographed; what none of them uses is dead.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { folder } from './folder.ts'

const notes = `${folder}.selectors/`

// Looked at in the page, so that nesting is the browser's affair. States that a picture does not have, such as being
// hovered over, are taken as given.
const matching = `(() => {
  const states = /:(hover|focus-visible|focus|popover-open)\\b(?![^(]*\\))|::[\\w-]+(\\(.*?\\))?/g
  const bare = (selector) => selector.replace(/:not\\(:focus\\)/g, '').replace(/(^|[ >])(?=::)/g, '$1*').replace(states, '').trim() || '*'
  const found = {}
  const walk = (rules, outer) => {
    for (const rule of rules) {
      const own = rule.selectorText && rule.selectorText.replaceAll('&', outer ? ':is(' + outer + ')' : ':root')
      const selector = own && outer && !rule.selectorText.includes('&') ? ':is(' + outer + ') ' + own : own
      if (own && rule.style.length > 0)
        for (const one of split(selector)) found[one] = Boolean(document.querySelector(bare(one)))
      if (rule.cssRules) walk(rule.cssRules, selector || outer)
    }
  }
  const split = (list) => {
    let depth = 0, at = 0
    const parts = []
    for (let i = 0; i <= list.length; i += 1) {
      if (list[i] === '(') depth += 1
      if (list[i] === ')') depth -= 1
      if (i === list.length || (list[i] === ',' && depth === 0)) { parts.push(list.slice(at, i).trim()); at = i + 1 }
    }
    return parts
  }
  for (const sheet of document.styleSheets) if (sheet.href?.includes('/assets/app.')) walk(sheet.cssRules, '')
  return found
})()`

const seen: Record<string, boolean> = {}

export async function noteSelectors(page: Page): Promise<void> {
  for (const [selector, matches] of Object.entries(await page.evaluate<Record<string, boolean>>(matching)))
    seen[selector] ||= matches
}

export function keepNotes(name: string): void {
  mkdirSync(notes, { recursive: true })
  writeFileSync(`${notes}${name}.json`, JSON.stringify(seen))
}

/** Those that matched nothing anywhere. */
export function deadSelectors(): string[] {
  const all: Record<string, boolean> = {}
  for (const file of readdirSync(notes)) {
    const noted: Record<string, boolean> = JSON.parse(readFileSync(notes + file, 'utf8'))
    for (const [selector, matches] of Object.entries(noted)) all[selector] ||= matches
  }
  return Object.keys(all).filter((selector) => !all[selector])
}
