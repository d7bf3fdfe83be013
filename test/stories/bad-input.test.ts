// Each bad input that the desk is built against, and the test that shows what becomes of it. Whoever renames or removes
// that test, or skips it, is told here.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The bad input; the file; the test's name, or that of its row and of the test that has such rows. */
type Shown = readonly [input: string, file: string, name: string, row?: string]

const signIn = 'stories/sign-in.test.ts'
const next = 'next=%j leads nowhere but home, or stays with us'
const gettingIn: readonly Shown[] = [
  [
    'wrong password',
    signIn,
    'a wrong password and an unknown address are refused with the same words, status and headers',
  ],
  [
    'unknown address',
    signIn,
    'a wrong password and an unknown address are refused with the same words, status and headers',
  ],
  ['a password of 10 MB', signIn, 'a password of 10 MB is too much, and one of 2 KB is refused'],
  [
    'session fixation',
    signIn,
    'fixation: the session gets a new id when somebody signs in, and the old one is nobody’s',
  ],
  ['replay after sign-out', signIn, 'replay: the cookie of a session that was signed out of is nobody’s'],
  [
    'enumeration by text',
    signIn,
    'a wrong password and an unknown address are refused with the same words, status and headers',
  ],
  ['enumeration by time', 'timing/measure.test.ts', 'how long %s takes tells nothing of it'],
  ['next=//evil', signIn, next, '//evil.example'],
  ['next=/\\evil', signIn, next, '/\\\\evil.example'],
  ['next=javascript:', signIn, next, 'javascript:alert(1)'],
]

const badForms = 'stories/bad-forms.test.ts'
const refused = 'a form of %s is refused with a page, and never with a 5xx'
const shownAsText = 'a company’s name with %s is shown as text, without what cannot be seen'
const forms: readonly Shown[] = [
  ['missing parameters', badForms, refused, 'nothing'],
  ['duplicate parameters', badForms, 'a form whose field is there twice is refused, whatever it says'],
  ['array parameters', badForms, refused, 'array parameters'],
  ['__proto__', badForms, refused, '__proto__'],
  [
    'fields of 1 MB',
    badForms,
    'a form with fields of 1 MB, with too many of them, or packed to be more than it seems, is too much',
  ],
  ['NUL bytes', badForms, refused, 'NUL bytes'],
  ['CRLF', badForms, shownAsText, 'CRLF'],
  ['right-to-left overrides', badForms, shownAsText, 'right-to-left overrides'],
  ['markup in names', badForms, shownAsText, 'markup'],
  [
    'all of it, at random, to every route',
    'fuzz/fuzz.test.ts',
    '300 random requests to all routes are answered within the page, escaped, and not logged',
  ],
]

const matrix = 'stories/access-matrix.test.ts'
const turnsAway = 'turns away whom it should, and nothing is otherwise afterwards'
const access: readonly Shown[] = [
  ['every route as nobody', matrix, turnsAway],
  ['every route without the role', matrix, turnsAway],
  [
    'every route as another company’s member',
    matrix,
    'another’s id and a missing one are answered alike to the byte, also where the answer leads, also to htmx',
  ],
  ['every route with a removed member’s live session', matrix, turnsAway],
  [
    'a member who is removed meanwhile',
    'stories/companies.test.ts',
    'a member who was removed is nobody from their next request on, though they are still signed in',
  ],
]

const cards: readonly Shown[] = [
  [
    'another company’s SetupIntent',
    'stories/return-page.test.ts',
    'another company’s setup or session is as unknown as one that never was, or as none',
  ],
  [
    'another company’s PaymentMethod',
    'stories/paying-forms.test.ts',
    'another company’s card, and one that nobody has, are answered alike, and not charged',
  ],
  [
    'another company’s invoice',
    'stories/paying-forms.test.ts',
    'another company’s invoice among those to be paid is none',
  ],
  [
    'a SetupIntent that failed',
    'stories/cards-not-added.test.ts',
    'of a card that was refused, it says why and keeps the postal code',
  ],
  [
    'a SetupIntent that was cancelled',
    'stories/cards-not-added.test.ts',
    'of a setup that was cancelled, or that waits for its card, it says so',
  ],
  [
    'a SetupIntent that is still processing',
    'stories/cards-not-added.test.ts',
    'of a card that Stripe still verifies, begun in %s, a row says so until its event',
  ],
  [
    'the return page opened twice',
    'stories/return-page.test.ts',
    'opened twice it says the same, and there is one card',
  ],
  [
    'a card attached elsewhere',
    'stories/card-elsewhere.test.ts',
    'a card that is attached to another customer is unknown, whatever is asked of it',
  ],
  [
    'the same card added twice',
    'stories/add-on-hosted-page.test.ts',
    'the same card added twice is said to be there already, and both are kept when Alice says so',
  ],
  [
    'default and remove at once',
    'stories/pressed-twice.test.ts',
    'a card that is made the default and removed at once ends in one state, here and at Stripe',
  ],
  [
    'the double click on a default',
    'stories/pressed-twice.test.ts',
    'a double click on “Set as default card” is one call to Stripe, though Stripe is slow',
  ],
  [
    'the double click on a removal',
    'stories/pressed-twice.test.ts',
    'a double click on “Remove” is one detachment',
  ],
]

const webhook = 'stories/webhook.test.ts'
const notKept = 'an event with %s is refused and not kept'
const tooMuch = 'a body of 20 MB, a gzipped one, an empty one and one that is no JSON are refused'
const notOurs = 'an event from another account, or of the other mode, is refused though it is signed'
const events: readonly Shown[] = [
  ['no signature', webhook, notKept, 'no signature'],
  ['an HMAC with an empty secret', webhook, notKept, 'an HMAC with an empty secret'],
  ['301 s old', webhook, notKept, 'a time 301 seconds ago'],
  ['from the future', webhook, notKept, 'a time in the future'],
  ['t=abc', webhook, notKept, 't=abc'],
  ['v0 only', webhook, notKept, 'v0 only'],
  ['re-serialised JSON', webhook, notKept, 'a body that was written anew after it was signed'],
  ['20 MB', webhook, tooMuch],
  ['gzip', webhook, tooMuch],
  ['other account', webhook, notOurs],
  ['other livemode', webhook, notOurs],
  ['unknown type', webhook, 'an event of an unknown type is kept and asks for nothing'],
  [
    'deleted customer',
    'stories/events.test.ts',
    'a deleted customer leaves no card and no address lost, and adding again makes a new customer',
  ],
  [
    'same second reversed',
    'stories/events.test.ts',
    'two events of the same second in reverse order, and of another company’s customer, end in the truth',
  ],
]

const around: readonly Shown[] = [
  [
    'spoofed X-Forwarded-For',
    'stories/bad-connections.test.ts',
    'a spoofed X-Forwarded-For is nobody’s address but where a proxy of ours added to it: %s',
  ],
  ['framing', 'browser/framing.test.ts', 'no page of ours shows in a frame of another site'],
  ['cached Back', 'browser/sign-out.test.ts', 'after signing out, Back shows no card (with JavaScript: %s)'],
  [
    'Origin: null',
    'stories/cross-site.test.ts',
    'a POST with %s is refused, on every address, and does nothing',
    'Origin: null',
  ],
]

describe.each([
  ['Signing in', gettingIn],
  ['Forms', forms],
  ['Access', access],
  ['Cards', cards],
  ['Webhooks', events],
  ['Around it', around],
])('%s', (_of, all) => {
  it.each(all.map((shown) => [shown[0], shown] as const))(
    '%s has a test of its own',
    (_input, [, file, name, row]) => {
      const text = readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8')
      const code = text.replace(/^\s*\/\/.*$/gm, '')
      expect(code).toMatch(new RegExp(`\\bit(\\.each\\([\\s\\S]*?\\))?\\(\\s*'${literally(name)}'`))
      if (row !== undefined) expect(code).toContain(`'${row}'`)
      expect(code).not.toMatch(/\.(skip|todo|only|fails)\b|\bskipIf|\brunIf/)
    },
  )
})

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
