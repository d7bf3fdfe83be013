import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { cookieOf, send } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { bannerOf, rowsOf, titleOf } from '../support/story.ts'

let desk: Desk
let cookie: string
let second: string
beforeAll(async () => {
  desk = await openDesk()
  // What the desk asks of Stripe by itself at the beginning is over: from here on, who asks is who is tested.
  await desk.settled()
  cookie = await cookieOf(desk)
  second = rowsOf((await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).text)[1]?.id ?? ''
})
afterAll(() => desk.close())

const foreign: readonly [string, () => Record<string, string>][] = [
  ['Sec-Fetch-Site: cross-site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ['Sec-Fetch-Site: same-site', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ['Sec-Fetch-Site: none', () => ({ 'Sec-Fetch-Site': 'none' })],
  ['Sec-Fetch-Site: cross-site and our Origin', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: desk.url })],
  ['an empty Sec-Fetch-Site', () => ({ 'Sec-Fetch-Site': '' })],
  ['no Sec-Fetch-Site and a foreign Origin', () => ({ Origin: 'https://evil.example' })],
  ['no Sec-Fetch-Site and our Origin on another port', () => ({ Origin: 'http://127.0.0.1:1' })],
  ['no Sec-Fetch-Site and an Origin that begins like ours', () => ({ Origin: `${desk.url}.evil.example` })],
  ['Origin: null', () => ({ Origin: 'null' })],
  ['neither header', () => ({})],
  ['a Referer of ours alone', () => ({ Referer: `${desk.url}/settings` })],
]

it.each(foreign)('a POST with %s is refused, on every address, and does nothing', async (_name, headers) => {
  desk.sandbox.log.clear()
  const addresses = [
    paths.signIn,
    paths.signOut,
    paths.billingDetails,
    paths.paymentMethods,
    paths.default(second),
    paths.removal(second),
    paths.switchCompany,
  ]
  for (const address of addresses) {
    const answer = await send(desk, address, {
      method: 'POST',
      headers: { Cookie: cookie, 'Accept-Language': 'fr', ...headers() },
    })
    expect([address, answer.status]).toEqual([address, 403])
    expect(titleOf(answer.text)).toBe('Erreur\u00a0: Demande refusée – Guichet')
  }
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    expect(
      (await send(desk, paths.removal(second), { method, headers: { Cookie: cookie, ...headers() } })).status,
    ).toBe(403)
  }
  expect(desk.sandbox.log.entries).toEqual([])
  expect((await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).status).toBe(200)
})

it('a POST with no Sec-Fetch-Site and our own Origin to the letter is ours', async () => {
  const { host } = new URL(desk.url)
  const headers = { Cookie: cookie, Origin: `http://${host}`, Host: host }
  const answer = await send(desk, paths.default(second), { method: 'POST', headers })
  expect(answer.status).toBe(303)
  const { text } = await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })
  expect(bannerOf(text)).toBe('Mastercard ending in 4444 is now your default card.')
})

it('a link from another site opens a page, and a spoofed X-Forwarded-* changes neither origin nor cookie', async () => {
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' }
  expect((await send(desk, paths.paymentMethods, { headers })).status).toBe(200)
  const spoofed = {
    Cookie: cookie,
    Origin: 'https://evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': '10.0.0.1',
  }
  expect((await send(desk, paths.default(second), { method: 'POST', headers: spoofed })).status).toBe(403)
})
