// The operator's own look: what its file may hold, and what it may not.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contrast, readColours, toHex } from '../src/colours.ts'
import { readConfig } from '../src/config.ts'
import { doubtsAbout, readTokens, themeLayer } from '../src/theme.ts'

const ours =
  ':root { --accent: light-dark(#4042bf, #a1b1ff); --on-accent: light-dark(#fff, #0e112a); --ground: light-dark(#fff, #121419); }'

function faultsOf(text: string): readonly string[] {
  const read = readTokens(text)
  return 'faults' in read ? read.faults : []
}

function tokensOf(text: string) {
  const read = readTokens(text)
  if ('faults' in read) throw new Error(read.faults.join(' '))
  return read.tokens
}

it('a theme sets some of the tokens, with comments and in any order', () => {
  const tokens = tokensOf(`/* Atlas */
    :root {
      --radius: 0.25rem; /* square */
      --accent: light-dark(#0a6b4f, oklch(80% 0.1 165));
      --font: "Inter Tight", system-ui, sans-serif;
      --name: "Atlas & Söhne";
      --logo: "logo.svg"
    }`)
  expect(tokens).toEqual({
    radius: '0.25rem',
    accent: 'light-dark(#0a6b4f, oklch(80% 0.1 165))',
    font: '"Inter Tight", system-ui, sans-serif',
    name: '"Atlas & Söhne"',
    logo: '"logo.svg"',
  })
  expect(themeLayer(tokens)).toBe(
    '@layer theme{:root{--accent:light-dark(#0a6b4f, oklch(80% 0.1 165));--radius:0.25rem;--font:"Inter Tight", system-ui, sans-serif, system-ui, sans-serif}}',
  )
})

it('a theme of nothing changes nothing', () => expect(themeLayer(tokensOf(':root{}'))).toBe(''))

const colour = 'a colour: #rrggbb, oklch(46% 0.19 275), or light-dark() of two of these'

it.each([
  ['nothing at all', '', 'it may hold one :root { … } and nothing else.'],
  ['another selector', 'body { color: red }', 'it may hold one :root { … } and nothing else.'],
  ['a rule beside it', ':root { --radius: 0 } a { display: none }', 'it may hold one :root'],
  ['an import', '@import "//evil.example/a.css"; :root { }', 'it may hold one :root'],
  ['a rule within it', ':root { --radius: 0; a { color: red } }', 'it may hold one :root'],
  ['a comment that does not end', ':root { --radius: 0 } /* and', 'it may hold one :root'],
  ['another property', ':root { color: red }', 'and not “color: red”'],
  [
    'another token',
    ':root { --ground: #000 }',
    'it may set --accent, --on-accent, --radius, --font, --logo, --name',
  ],
  ['what every object has', ':root { --constructor: 1px }', 'and not “--constructor: 1px”'],
  ['a token twice', ':root { --radius: 0; --radius: 1px }', '--radius is set twice.'],
  ['something to load', ':root { --accent: url(//evil.example) }', `--accent has to be ${colour}.`],
  ['a colour that we cannot read', ':root { --accent: rebeccapurple }', `--accent has to be ${colour}.`],
  ['half a pair', ':root { --on-accent: light-dark(#fff) }', `--on-accent has to be ${colour}.`],
  ['a radius without a unit', ':root { --radius: 8 }', '--radius has to be a length'],
  ['a font to load', ':root { --font: url("a.woff2") }', '--font has to be names of fonts'],
  ['a font that breaks out', ':root { --font: "a\\"", serif }', '--font has to be names of fonts'],
  ['a word that is no font', ':root { --font: "Inter", inherit }', '--font has to be names of fonts'],
  [
    'corners that cut what they hold',
    ':root { --radius: 1.6rem }',
    '--radius has to be a length in px or rem, 1.5rem at most',
  ],
  ['a list that goes nowhere', ':root { --font: serif, }', '--font has to be names of fonts'],
  ['a logo elsewhere', ':root { --logo: "../secret.svg" }', '--logo has to be the name'],
  ['a logo of another kind', ':root { --logo: "logo.html" }', '--logo has to be the name'],
  [
    'a logo from an address',
    ':root { --logo: url(https://evil.example/a.svg) }',
    '--logo has to be the name',
  ],
  ['a name with markup', ':root { --name: "<b>" }', '--name has to be words'],
  ['an escape', ':root { --name: "\\22" }', '--name has to be words'],
])('%s is refused', (_what, text, fault) => {
  expect(faultsOf(text)).toEqual([expect.stringContaining(fault)])
})

it('all faults are told at once', () => {
  expect(faultsOf(':root { --radius: 8; --accent: red }')).toHaveLength(2)
})

describe('Colours', () => {
  it.each([
    ['#fff', '#ffffff', '#ffffff'],
    ['#4042bf', '#4042bf', '#4042bf'],
    ['oklch(46% 0.19 275)', '#4042bf', '#4042bf'],
    ['light-dark(oklch(100% 0 0), #012)', '#ffffff', '#001122'],
  ])('%s is %s in light and %s in dark', (text, light, dark) => {
    const read = readColours(text)
    expect(read && [toHex(read.light), toHex(read.dark)]).toEqual([light, dark])
  })

  it('differ by as much as WCAG says', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
    expect(contrast([1, 1, 1], [0.4666, 0.4666, 0.4666])).toBeCloseTo(4.48, 1)
  })

  it('that are hard to read are said, by scheme', () => {
    expect(doubtsAbout({}, ours)).toEqual([])
    expect(doubtsAbout({ accent: '#f5a623' }, ours)).toEqual([
      '--on-accent on --accent, as on buttons, in the light scheme: a contrast of 2.0, where people need 4.5 to read it.',
      '--accent on the page, as in links, in the light scheme: a contrast of 2.0, where people need 4.5 to read it.',
    ])
  })
})

describe('The file and its logo', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'theme-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function configured(theme: string, logo?: { name: string; content: string | Buffer }) {
    const path = join(folder, 'theme.css')
    writeFileSync(path, theme)
    if (logo) writeFileSync(join(folder, logo.name), logo.content)
    return readConfig({ THEME_CSS_FILE: path })
  }

  function faults(theme: string, logo?: { name: string; content: string | Buffer }): readonly string[] {
    const read = configured(theme, logo)
    return 'faults' in read ? read.faults : []
  }

  it('is read with the rest of the configuration', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><style>path{fill:url( "#a")}</style><use href= "#b"/></svg>'
    const read = configured(':root { --logo: "mark.svg" }', { name: 'mark.svg', content: svg })
    expect('config' in read && read.config.theme).toEqual({
      tokens: { logo: '"mark.svg"' },
      logo: { type: 'svg', content: Buffer.from(svg) },
    })
  })

  it('is not needed', () => expect(readConfig({})).toMatchObject({ config: { theme: undefined } }))

  it('is refused where it is missing, too large, or says too much', () => {
    expect(readConfig({ THEME_CSS_FILE: '/nowhere/theme.css' })).toEqual({
      faults: ['THEME_CSS_FILE: /nowhere/theme.css cannot be read.'],
    })
    expect(faults(`:root {} /* ${'x'.repeat(16 * 1024)} */`)).toEqual([
      expect.stringMatching(/theme.css is larger than 16 KB\.$/),
    ])
    expect(faults('@import "a.css";')).toEqual([
      'THEME_CSS_FILE: it may hold one :root { … } and nothing else.',
    ])
  })

  it.each([
    ['a script', '<svg><script>alert(1)</script></svg>', 'may draw, and not run anything.'],
    ['a handler', '<svg onload="alert(1)"></svg>', 'may draw, and not run anything.'],
    ['a page within', '<svg><foreignObject/></svg>', 'may draw, and not run anything.'],
    ['an entity', '<!DOCTYPE svg><svg></svg>', 'is no SVG file.'],
    [
      'a link elsewhere',
      '<svg><use href="https://evil.example/a.svg#b"/></svg>',
      'may draw, and not load anything.',
    ],
    [
      'a picture elsewhere',
      '<svg><image xlink:href="//evil.example/a.png"/></svg>',
      'may draw, and not load anything.',
    ],
    [
      'a style elsewhere',
      '<svg><style>a{fill:url(//evil.example)}</style></svg>',
      'may draw, and not load anything.',
    ],
    ['an import', '<svg><style>@import "a.css"</style></svg>', 'may draw, and not load anything.'],
    ['something else', '<html></html>', 'is no SVG file.'],
    ['too much of it', `<svg>${' '.repeat(64 * 1024)}</svg>`, 'is larger than 64 KB.'],
  ])('a logo with %s is refused', (_what, content, fault) => {
    expect(faults(':root { --logo: "logo.svg" }', { name: 'logo.svg', content })).toEqual([
      expect.stringContaining(`logo.svg ${fault}`),
    ])
  })

  it('a PNG is one by its first bytes, and a logo that is named is there', () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1')
    expect(faults(':root { --logo: "logo.png" }', { name: 'logo.png', content: png })).toEqual([])
    expect(faults(':root { --logo: "logo.png" }', { name: 'logo.png', content: 'GIF89a' })).toEqual([
      expect.stringContaining('is no PNG file.'),
    ])
    expect(faults(':root { --logo: "gone.svg" }')).toEqual([
      expect.stringContaining('gone.svg cannot be read.'),
    ])
  })
})
