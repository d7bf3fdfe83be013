import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { startDesk } from '../support/running-desk.ts'

const strict =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';report-to csp"

const everywhere = {
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': expect.stringContaining('camera=()'),
  'reporting-endpoints': 'csp="/csp-report"',
}

it('every page has the strict policy and no page is kept, the one where a card is added excepted from the first', async () => {
  const desk = await startDesk()
  const cookie = await cookieOf(desk)
  const pages = [
    paths.signIn,
    paths.billingDetails,
    paths.paymentMethods,
    paths.help.abroad,
    '/nowhere',
    `${paths.paymentMethods}/pm_none/removal`,
  ]
  for (const address of pages) {
    const { headers, text } = await send(desk, address, { headers: { Cookie: cookie } })
    expect(headers, address).toMatchObject({
      ...everywhere,
      'content-security-policy': strict,
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['cross-origin-embedder-policy']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
    expect(text).not.toContain('stripe.js')
    expect(text).not.toMatch(/<script>|<script(?![^>]* src=)| style="| on\w+="/)
  }
})

it('Stripe’s script is on the page where a card is added and nowhere else, and that page lets it in', async () => {
  const desk = await startDesk()
  const { headers, text } = await send(desk, paths.newPaymentMethod, {
    headers: { Cookie: await cookieOf(desk) },
  })
  expect(text).toContain(`<script src="${desk.sandboxUrl}/stripe.js" defer>`)
  const origin = desk.sandboxUrl
  expect(headers).toMatchObject({ ...everywhere, 'cross-origin-opener-policy': 'same-origin-allow-popups' })
  expect(headers['content-security-policy']).toBe(
    `default-src 'none';script-src 'self' ${origin};style-src 'self';img-src 'self';font-src 'self';connect-src 'self' ${origin};form-action 'self' ${origin};base-uri 'none';frame-ancestors 'none';report-to csp;frame-src ${origin}`,
  )
})

it('the session’s cookie on http is for this origin, out of scripts’ reach, and not for https alone', async () => {
  const desk = await startDesk()
  const body = new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword }).toString()
  const { headers } = await send(desk, paths.signIn, { method: 'POST', headers: asForm, body })
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^sid=s%3A[\w%.-]+; Path=\/; HttpOnly; SameSite=Lax$/),
  ])
  expect((await send(desk, paths.signIn)).headers['set-cookie']).toBeUndefined()
})

it('assets are kept for good by their hash, and no other file is served', async () => {
  const desk = await startDesk()
  const { text } = await send(desk, paths.signIn)
  const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  expect(assets.length).toBeGreaterThanOrEqual(4)
  for (const address of assets) {
    const { status, headers } = await send(desk, address)
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
  for (const address of [
    '/assets/app.css',
    '/public/app.css',
    '/package.json',
    '/.env',
    '/data/guichet.db',
  ]) {
    expect((await send(desk, address)).status).toBe(404)
  }
})
