// The design language is what the stylesheet and the gallery show, and the stylesheet keeps to it.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { gallery } from '../../src/gallery/gallery.ts'
import { compactCss } from '../../src/web/compact-css.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')
const stylesheet = compactCss(read('public/app.css'))
const language = read('docs/design-language.md')

function firstCells(heading: string): string[] {
  const table = language.split(`\n${heading}\n|---`)[1]?.split('\n\n')[0] ?? ''
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)
}

it('each partial has a gallery page and one rule', () => {
  const partials = readdirSync(`${root}views/partials`).map((file) => file.replace('.eta', ''))
  expect(firstCells('| part | rule | not |').sort()).toEqual([...partials].sort())
  const examples: Readonly<Record<string, object>> = gallery
  const shown = partials.filter((name) => Object.keys(examples[`partials/${name}`] ?? {}).length > 0)
  expect(shown).toEqual(partials)
})

it('its tokens are those of the stylesheet, each of them used', () => {
  const [tokens = ''] = /@layer tokens{:root{[^}]*}/.exec(stylesheet) ?? []
  const set = [...tokens.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name)
  expect(firstCells('| token | for |')).toEqual(set)
  expect(set.filter((name) => !stylesheet.includes(`var(${name})`))).toEqual([])
})

it('colours come from tokens', () => {
  const rest = stylesheet.slice(stylesheet.indexOf('@layer base'))
  // A shadow and what is behind a dialog are black in either scheme, and so is a picture that phones read.
  const own = [...rest.matchAll(/oklch\((?!0% 0 0 \/)[^)]*\)|#[\da-f]{3,8}\b/g)].map(([colour]) => colour)
  expect(own).toEqual(['#fff', '#000'])
})

it('sides are logical, so that a page turns round', () => {
  const sides =
    /[{;](left|right|top|bottom|(margin|padding|border)-(left|right|top|bottom)[\w-]*|(min-|max-)?(width|height)|float|clear)(?=:)/g
  expect([...stylesheet.matchAll(sides)].map(([, property]) => property)).toEqual([])
  expect([...stylesheet.matchAll(/(text-align|float|clear):(left|right)/g)].map(([text]) => text)).toEqual([])
})

it('there are two weights, and no spinner', () => {
  const weights = [...stylesheet.matchAll(/font-weight:(\w+)/g)].map(([, weight]) => weight)
  expect([...new Set(weights)].filter((weight) => weight !== 'inherit').sort()).toEqual(['400', '600'])
  expect(stylesheet).not.toMatch(/infinite|skeleton|spinner/)
})
