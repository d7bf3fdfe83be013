import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { cookieOf, fromUs, send } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'

let desk: Desk
let cookie: string
beforeAll(async () => {
  desk = await openDesk()
  cookie = await cookieOf(desk)
})
afterAll(() => desk.close())

const addresses = [
  '//',
  '///',
  '//evil.example',
  '//evil.example:99999/settings',
  '//[',
  '/\\evil.example',
  '/.//evil.example/',
  '/..//evil.example',
  '/%2F%2Fevil.example',
  '/%',
  '/%00',
  '/%E0%A4%A',
  '/settings/payment-methods/%E0%A4%A/removal',
  '/settings/payment-methods/%00/removal',
  '/settings/payment-methods/%00/default',
  '/settings/payment-methods/__proto__/removal',
  '/settings/payment-methods/constructor/default',
  '/settings/payment-methods/%2e%2e%2f/removal',
  '/settings/payment-methods/a%0d%0aSet-Cookie:x/default',
  `/settings/payment-methods/${'x'.repeat(8000)}/removal`,
  '/settings/payment-methods?look=-1',
  '/settings/payment-methods?look=1e99',
  '/settings/payment-methods?look=NaN&look=2',
  '/settings/payment-methods?lang=xx',
  '/settings/payment-methods?lang=fr&lang=en',
  '/settings/payment-methods?__proto__[x]=1&constructor=2',
  '/settings/payment-methods?%E0%A4%A=%',
  `/settings?${'q=1&'.repeat(3000)}`,
  '/sign-in/password/%E0%A4%A',
  '/sign-in?next[]=1&next=2',
  '/assets/..%2f..%2fpackage.json',
  '/assets/../package.json',
  '/assets/%',
  '/help/constructor',
  '/gallery/%E0%A4%A',
  'http://evil.example/settings',
  '*',
]

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY']

it.each(addresses.map((address) => [address.slice(0, 60), address]))(
  '%s is answered without a 5xx, by any method, signed in or not',
  async (_name, address) => {
    for (const method of methods) {
      for (const headers of [
        fromUs,
        { ...fromUs, Cookie: cookie },
        { ...fromUs, Cookie: cookie, 'HX-Request': 'true' },
      ]) {
        const answer = await send(desk, address, { method, headers })
        expect([method, answer.status < 500]).toEqual([method, true])
        expect(answer.text).not.toMatch(/href="(\/[/\\]|http:\/\/evil)/)
        expect(answer.headers.location ?? '/').toMatch(/^\/(?![/\\])/)
        expect(answer.headers['content-security-policy'] ?? 'frame').toContain('frame')
      }
    }
  },
)

it('a query of 20 KB is refused before anybody reads it', async () => {
  const answer = await send(desk, `${paths.paymentMethods}?q=${'x'.repeat(20_000)}`, {
    headers: { Cookie: cookie },
  })
  expect(answer.status).toBe(431)
})

it('a page that was asked for at great length is not carried along through signing in', async () => {
  const { headers } = await send(desk, `${paths.paymentMethods}?q=${'%25'.repeat(4000)}`)
  expect(headers.location?.length).toBeLessThan(2100)
})

it.each([
  ['a cookie that is no cookie', { Cookie: 'sid=s%3A%E0%A4%A.x; ;=;;lang=de' }],
  ['a language that is none', { 'Accept-Language': 'xx-YY;q=abc, *;q=9' }],
  ['an Accept that is none', { Accept: '////;;q=' }],
  ['HTMX headers that are none', { 'HX-Request': 'maybe', 'HX-Request-Type': '<script>' }],
])('%s is met with a page', async (_name, headers) => {
  expect((await send(desk, paths.signIn, { headers })).status).toBe(200)
})
