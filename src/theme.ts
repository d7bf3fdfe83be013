// How an operator makes Guichet look like their own: a stylesheet of nothing but a few tokens.

import { contrast, readColours, type TwoColours } from './colours.ts'

export type Token = 'accent' | 'on-accent' | 'radius' | 'font' | 'logo' | 'name'

/** The values of the tokens that are set, as they were written. */
export type Tokens = Readonly<Partial<Record<Token, string>>>

interface Rule {
  readonly fits: (value: string) => boolean
  readonly wanted: string
}

const colour: Rule = {
  fits: (value) => readColours(value) !== undefined,
  wanted: 'a colour: #rrggbb, oklch(46% 0.19 275), or light-dark() of two of these',
}

/** In pixels, at the size of text that browsers begin with; rounder, and corners cut what they hold. */
const roundest = 24

function pixelsOf(length: string): number {
  return Number.parseFloat(length) * (length.endsWith('rem') ? 16 : 1)
}

// These are no fonts, and would undo ours.
const ofAnyProperty = ['inherit', 'initial', 'unset', 'revert', 'revert-layer', 'default']

// What is taken word for word into a stylesheet is named here to the letter: nothing can load or break out.
const rules: Readonly<Record<Token, Rule>> = {
  accent: colour,
  'on-accent': colour,
  radius: {
    fits: (value) => /^(0|\d{1,2}(\.\d{1,4})?(px|rem))$/.test(value) && pixelsOf(value) <= roundest,
    wanted: 'a length in px or rem, 1.5rem at most, such as 0.25rem',
  },
  font: {
    fits: (value) =>
      /^(("[\p{L}\d -]+"|[\p{L}-][\p{L}\d -]*)(\s*,\s*|$))+$/u.test(value) &&
      !/,\s*$/.test(value) &&
      !value.split(',').some((name) => ofAnyProperty.includes(name.trim().toLowerCase())),
    wanted: 'names of fonts, such as "Inter", system-ui, sans-serif',
  },
  logo: {
    fits: (value) => /^"[\w-][\w.-]*\.(svg|png)"$/.test(value),
    wanted: 'the name of an SVG or PNG file beside it, in double quotes, such as "logo.svg"',
  },
  name: {
    fits: (value) => /^"[^"\\<>\p{Cc}]{1,60}"$/u.test(value),
    wanted: 'words in double quotes, 60 characters at most',
  },
}

export function readTokens(text: string): { tokens: Tokens } | { faults: readonly string[] } {
  const block = /^:root\s*\{([^{}]*)\}$/.exec(text.replace(/\/\*[\s\S]*?\*\//g, '').trim())?.[1]
  if (block === undefined) return { faults: ['it may hold one :root { … } and nothing else.'] }
  const tokens: Partial<Record<Token, string>> = {}
  const faults: string[] = []
  for (const declaration of block.split(';').map((each) => each.trim())) {
    if (declaration === '') continue
    const [, name = '', value = ''] = /^--([a-z-]+)\s*:\s*(.+)$/su.exec(declaration) ?? []
    if (!isToken(name)) faults.push(`it may set ${list()}, and not “${declaration.slice(0, 40)}”.`)
    else if (name in tokens) faults.push(`--${name} is set twice.`)
    else if (!rules[name].fits(value)) faults.push(`--${name} has to be ${rules[name].wanted}.`)
    else tokens[name] = value
  }
  return faults.length > 0 ? { faults } : { tokens }
}

function isToken(name: string): name is Token {
  return Object.hasOwn(rules, name)
}

function list(): string {
  return Object.keys(rules)
    .map((name) => `--${name}`)
    .join(', ')
}

/** What the product is called where people see it. */
export function productName({ name }: Tokens): string {
  return name === undefined ? ours : name.slice(1, -1)
}

export const ours = 'Guichet'

/** What stands in the stylesheet after our own tokens, and so counts. */
export function themeLayer(tokens: Tokens): string {
  const names = ['accent', 'on-accent', 'radius'] as const
  const set = names.flatMap((name) => (tokens[name] === undefined ? [] : `--${name}:${tokens[name]}`))
  // Where nobody has theirs, ours are better than whatever a browser takes by itself.
  if (tokens.font !== undefined) set.push(`--font:${tokens.font}, system-ui, sans-serif`)
  return set.length > 0 ? `@layer theme{:root{${set.join(';')}}}` : ''
}

/** Our own values, from the stylesheet that we ship; `name` is one that is set there. */
export function tokenIn(stylesheet: string, name: string): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(stylesheet)?.[1]
  if (value === undefined) throw new Error(`the stylesheet does not set --${name}`)
  return value
}

/** The two colours that letters take besides black and white. */
export interface Accent {
  readonly accent: TwoColours
  readonly onAccent: TwoColours
}

export function accentOf(tokens: Tokens, stylesheet: string): Accent {
  return {
    accent: coloursOf(tokens.accent ?? tokenIn(stylesheet, 'accent')),
    onAccent: coloursOf(tokens['on-accent'] ?? tokenIn(stylesheet, 'on-accent')),
  }
}

function coloursOf(value: string): TwoColours {
  const colours = readColours(value)
  if (!colours) throw new Error(`${value} is no colour that we read`)
  return colours
}

const enough = 4.5

/** What is likely to be hard to read: not ours to refuse, but to say. */
export function doubtsAbout(tokens: Tokens, stylesheet: string): string[] {
  const { accent, onAccent } = accentOf(tokens, stylesheet)
  const ground = coloursOf(tokenIn(stylesheet, 'ground'))
  return (['light', 'dark'] as const).flatMap((scheme) => [
    ...doubt(
      `--on-accent on --accent, as on buttons, in the ${scheme} scheme`,
      onAccent[scheme],
      accent[scheme],
    ),
    ...doubt(`--accent on the page, as in links, in the ${scheme} scheme`, accent[scheme], ground[scheme]),
  ])
}

function doubt(what: string, ...[one, other]: Parameters<typeof contrast>): string[] {
  const ratio = contrast(one, other)
  if (ratio >= enough) return []
  return [`${what}: a contrast of ${ratio.toFixed(1)}, where people need ${enough} to read it.`]
}
