import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../src/colours.ts'
import type { Language } from '../../src/company/company.ts'
import { gallery } from '../../src/gallery/gallery.ts'
import { accentOf } from '../../src/theme.ts'
import { dated } from '../../src/web/dated.ts'
import { words } from '../../src/words/words.ts'
import { templateNames } from '../views/typed-templates.ts'

const stylesheet = readFileSync(fileURLToPath(new URL('../../public/app.css', import.meta.url)), 'utf8')
const { accent, onAccent } = accentOf({}, stylesheet)
const letterColours = {
  accent: toHex(accent.light),
  onAccent: toHex(onAccent.light),
  accentInDark: toHex(accent.dark),
  onAccentInDark: toHex(onAccent.dark),
}
const eta = new Eta({
  views: fileURLToPath(new URL('../../views', import.meta.url)),
  cache: true,
  autoTrim: [false, 'nl'],
})

it('shows every template, and no template that does not exist', () => {
  expect(Object.keys(gallery).sort()).toEqual(templateNames())
})

// Their markup stands in the snapshots of what includes them, or of what they include.
const without = ['payment-methods/_row', 'payment-methods/list', 'payment-methods/_removal']

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  describe.each(Object.entries(gallery))('%s', (name, states) => {
    it.each(Object.entries(states))('%s', (_state, view) => {
      const given = {
        t: strict(words[language]),
        language,
        marks: '/assets/marks.svg',
        letterColours,
        company: 'atelier',
        dated: datedIn(language),
      }
      const html = eta.render(name, { ...given, ...wrapped(view(language)) })
      expect(html).not.toMatch(/undefined|\[object |NaN/)
      if (!without.includes(name)) expect(tidied(html)).toMatchSnapshot()
    })
  })
})

function datedIn(language: Language) {
  return (text: string) => dated(language, text, eta.config.escapeFunction)
}

function wrapped(view: object): object {
  return Object.fromEntries(Object.entries(view).map(([name, value]) => [name, strict(value)]))
}

// Reading what is not there throws, at any depth: a template cannot fall silent.
function strict<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return strict(Reflect.get(target, key))
      if (optional.has(key)) return undefined
      throw new Error(`the view has no ${key}`)
    },
  })
}

const optional = new Set(['steps', 'toJSON'])

// Small enough to review: two hundred countries are one line.
function tidied(html: string): string {
  return html
    .replace(/(<option value="[A-Z]{2}">[^<]*<\/option>\s*)+/g, '<option>…</option>\n')
    .replace(/\n\s*\n+/g, '\n')
    .trim()
}
