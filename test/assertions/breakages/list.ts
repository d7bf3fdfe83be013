// Mistakes on purpose, each in one page as it is sent, and the assertions that have to see it: these and no others.

import type { Language } from '../../browser/support/stage.ts'

export interface Breakage {
  readonly what: string
  /** A name from every-page.ts. */
  readonly page: string
  readonly unmet: readonly number[]
  readonly language?: Language
  readonly html?: readonly [from: string | RegExp, to: string]
  /** Appended to the style sheet, in no layer: it wins. */
  readonly css?: string
  readonly headers?: Readonly<Record<string, string>>
}

const cards = 'five cards'
const refused = 'billing details, refused'

export const breakages: readonly Breakage[] = [
  { what: 'pale words', page: cards, unmet: [1], css: ':root { --quiet: #bbb }' },
  {
    what: 'an attribute of the last century',
    page: cards,
    unmet: [2],
    html: ['<p class="lead">', '<p class="lead" align="left">'],
  },
  { what: 'a second h1', page: cards, unmet: [2, 3], html: ['</h1>', '</h1><h1>Twice</h1>'] },
  { what: 'a heading that skips', page: refused, unmet: [2, 4], html: ['</h1>', '</h1><h4>Deep</h4>'] },
  { what: 'another language', page: cards, unmet: [5], html: ['<html lang="en">', '<html lang="de">'] },
  { what: 'a switch that does not say where', page: cards, unmet: [6], html: [' hreflang="fr"', ''] },
  {
    what: 'a skip link to nowhere',
    page: cards,
    unmet: [8, 9],
    html: ['href="#main"', 'href="#nowhere"'],
  },
  { what: 'no current page', page: cards, unmet: [10], html: [' aria-current="page"', ''] },
  {
    what: 'a tabindex of three',
    page: cards,
    unmet: [11],
    html: ['<a class="home"', '<a tabindex="3" class="home"'],
  },
  {
    what: 'an id twice',
    page: cards,
    unmet: [2, 12],
    html: ['<p class="lead">', '<p class="lead" id="live">'],
  },
  {
    what: 'a button without a name',
    page: refused,
    unmet: [1, 2, 13],
    html: ['</h1>', '</h1><button type="button" class="button"></button>'],
  },
  {
    what: 'small arrows',
    page: cards,
    unmet: [1, 14],
    css: '.order button { inline-size: 20px !important }',
  },
  {
    what: 'a kebab of 40 px',
    page: cards,
    unmet: [15],
    css: '.kebab .menu-button { inline-size: 40px !important }',
  },
  { what: 'a wide list', page: cards, unmet: [16, 17, 18], css: '.cards { min-inline-size: 400px }' },
  {
    what: 'words that may not wrap',
    page: refused,
    unmet: [17],
    css: 'h1 { white-space: nowrap; font-size: 37px }',
  },
  { what: 'no outline', page: cards, unmet: [19, 20], css: ':focus-visible { outline: none !important }' },
  {
    what: 'buttons without an edge',
    page: cards,
    unmet: [20],
    css: '@media (forced-colors: active) { .button { border: 0 !important } }',
  },
  { what: 'a slow hover', page: cards, unmet: [21], css: '.button { transition: opacity 1s }' },
  {
    what: 'a menu that knows only one direction',
    page: cards,
    unmet: [22],
    css: '[dir=rtl] .menu-items { position-area: none !important; inset: 0 auto auto -50px !important }',
  },
  {
    what: 'navigation on paper',
    page: cards,
    unmet: [23],
    css: '@media print { .side { display: block !important } }',
  },
  {
    what: 'a handler in the page',
    page: cards,
    unmet: [24],
    html: ['<p class="lead">', '<p class="lead" onclick="1">'],
  },
  {
    what: 'a heavy page',
    page: cards,
    unmet: [25],
    html: ['</main>', `<!-- ${randomLetters(9_000)} --></main>`],
  },
  {
    what: 'a kebab without a number',
    page: cards,
    unmet: [26, 37],
    html: [/Actions for Mastercard ending in 4444/, 'Actions for Mastercard'],
  },
  {
    what: 'a menu that does not open',
    page: cards,
    unmet: [27, 28, 29, 30],
    html: [/ popovertarget="items-[^"]*"(?![\s\S]* popovertarget="items-)/, ''],
  },
  {
    what: 'a default offered to the default',
    page: cards,
    unmet: [34],
    html: [
      /(popover>\s*<ul>)(?=\s*<li><a [^>]*removal)/,
      '$1<li><form method="post" action="/x/default"><button type="submit">Set as default card (Visa ending in 4242)</button></form></li>',
    ],
  },
  {
    what: 'signing out by GET',
    page: cards,
    unmet: [36],
    html: ['method="post" action="/sign-out"', 'method="get" action="/sign-out"'],
  },
  {
    what: 'a banner that is not in focus',
    page: refused,
    unmet: [39],
    html: ['tabindex="-1" autofocus', 'tabindex="-1"'],
  },
  {
    what: 'a question about no card',
    page: 'the removal page',
    unmet: [45],
    html: [/<h1>[^<]*<\/h1>/, '<h1>Remove the card?</h1>'],
  },
  {
    what: 'a message that describes nothing',
    page: refused,
    unmet: [50],
    html: [/ aria-describedby="name-error"/, ''],
  },
  {
    what: 'a summary that leads nowhere',
    page: refused,
    unmet: [51],
    html: ['<a href="#name">', '<a href="#nobody">'],
  },
  {
    what: 'a title that hides the error',
    page: refused,
    unmet: [40, 52],
    html: ['<title>Error: ', '<title>'],
  },
  {
    what: 'a field that no browser can fill in',
    page: refused,
    unmet: [53],
    html: [' autocomplete="organization"', ''],
  },
  {
    what: 'Stripe’s script where it does not belong',
    page: cards,
    unmet: [56],
    html: ['</head>', '<script src="https://js.stripe.com/v3/"></script></head>'],
  },
  {
    what: 'an expired card that is silent',
    page: 'a card that has expired',
    unmet: [58],
    html: ['>Expired<', '>Until<'],
  },
  {
    what: 'an amount as the French write it',
    page: 'an invoice that is paid',
    unmet: [59],
    html: [/€49\.00/g, '49,00 €'],
  },
  {
    what: 'a date that machines cannot read',
    page: 'an invoice that is paid',
    unmet: [60],
    html: [/<time [^>]*>([^<]*)<\/time>/, '$1'],
  },
  {
    what: 'a page that is kept',
    page: cards,
    unmet: [61],
    headers: { 'cache-control': 'private, no-cache' },
  },
]

/** Such as cannot be packed well. */
function randomLetters(count: number): string {
  let seed = 1
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(97 + (seed % 26))
  }
  return Array.from({ length: count }, next).join('')
}
