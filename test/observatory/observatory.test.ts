import { expect, it } from 'vitest'
import { pagesOfEachKind } from './pages.ts'
import { type Seen, scoreOf } from './rules.ts'

it('each kind of page has an A+', async () => {
  const pages = await pagesOfEachKind()
  const told = [...pages].map(
    ([kind, page]) => `${page.status} ${kind}: ${scoreOf(page).grade} ${scoreOf(page).score}`,
  )
  expect(told).toEqual([
    '200 sign-in: A+ 130',
    '200 a guide: A+ 130',
    '200 payment methods: A+ 135',
    '200 an invoice: A+ 135',
    '200 removing a card: A+ 135',
    '200 adding a card: A+ 130',
    '200 confirming a payment: A+ 130',
    '404 a page that is not there: A+ 135',
    '303 a redirect to sign-in: A+ 130',
  ])
})

const good: Seen = {
  headers: {
    'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  },
  cookies: ['__Host-sid=1; Path=/; Secure; HttpOnly; SameSite=Lax'],
  html: '<script src="/app.js"></script>',
}

function policy(text: string | undefined): Partial<Seen['headers']> {
  return { 'content-security-policy': text }
}

// What the Observatory itself says of each: the rule, and its points.
it.each<[string, string, number, Partial<Seen['headers']>, Partial<Seen>?]>([
  ['no policy', 'content-security-policy', -25, policy(undefined)],
  [
    'a directive that stands there twice',
    'content-security-policy',
    -25,
    policy("script-src 'self'; script-src 'self'"),
  ],
  [
    'inline scripts',
    'content-security-policy',
    -20,
    policy("default-src 'none'; script-src 'unsafe-inline'"),
  ],
  [
    'scripts from everywhere',
    'content-security-policy',
    -20,
    policy("default-src 'none'; script-src https:"),
  ],
  [
    'a source on http',
    'content-security-policy',
    -20,
    policy("default-src 'none'; connect-src http://a.example"),
  ],
  ['eval', 'content-security-policy', -10, policy("default-src 'none'; script-src 'self' 'unsafe-eval'")],
  ['images on http', 'content-security-policy', -10, policy("default-src 'none'; img-src http://a.example")],
  ['inline styles', 'content-security-policy', 0, policy("default-src 'none'; style-src 'unsafe-inline'")],
  [
    'a hash beside inline scripts',
    'content-security-policy',
    10,
    policy("default-src 'none'; script-src 'unsafe-inline' 'sha256-a'"),
  ],
  ['everything from itself', 'content-security-policy', 5, policy("default-src 'self'")],
  ['no policy on frames', 'x-frame-options', -20, policy("default-src 'none'")],
  [
    'the older header on frames',
    'x-frame-options',
    0,
    { ...policy("default-src 'none'"), 'x-frame-options': 'DENY' },
  ],
  ['no transport security', 'strict-transport-security', -20, { 'strict-transport-security': undefined }],
  [
    'transport security for a day',
    'strict-transport-security',
    -10,
    { 'strict-transport-security': 'max-age=86400' },
  ],
  ['types that may be guessed', 'x-content-type-options', -5, { 'x-content-type-options': undefined }],
  ['whole addresses told to others', 'referrer-policy', -5, { 'referrer-policy': 'unsafe-url' }],
  [
    'resources for everybody',
    'cross-origin-resource-policy',
    0,
    { 'cross-origin-resource-policy': 'cross-origin' },
  ],
  [
    'answers for scripts of one other origin, with cookies',
    'cross-origin-resource-sharing',
    -50,
    { 'access-control-allow-origin': 'https://evil.example', 'access-control-allow-credentials': 'true' },
  ],
  ['a cookie on http', 'cookies', -5, {}, { cookies: ['sid=1; HttpOnly; SameSite=Lax'] }],
  ['a session that scripts read', 'cookies', -30, {}, { cookies: ['session=1; Secure; SameSite=Lax'] }],
  ['a cookie for all sites', 'cookies', 0, {}, { cookies: ['sid=1; Secure; HttpOnly'] }],
  ['a script of others', 'subresource-integrity', -5, {}, { html: '<script src="https://a.example/a.js">' }],
  [
    'a script of others on http',
    'subresource-integrity',
    -50,
    {},
    { html: '<script src="http://a.example/a.js">' },
  ],
  [
    'a script of its own with its hash',
    'subresource-integrity',
    5,
    {},
    { html: '<script src="/a.js" integrity="sha384-a">' },
  ],
])('%s: %s %d', (_name, rule, points, headers, more = {}) => {
  expect(scoreOf(good).grade).toBe('A+')
  const { rules, score } = scoreOf({ ...good, ...more, headers: { ...good.headers, ...headers } })
  expect(rules[rule]).toBe(points)
  expect(score).toBeLessThanOrEqual(scoreOf(good).score + 5)
})

it('bonuses make up for no more than little', () => {
  const { score, grade } = scoreOf({ ...good, headers: { ...good.headers, ...policy(undefined) } })
  expect([score, grade]).toEqual([55, 'C'])
})
