import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { asForm, cookieOf, send } from '../support/story.ts'

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

/** The same database and Stripe behind an https address, and with Stripe's own script. */
async function onHttps(desk: Desk): Promise<string> {
  const read = readConfig({
    PUBLIC_URL: 'https://guichet.example',
    SESSION_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
    STRIPE_API_URL: desk.sandboxUrl,
  })
  if ('faults' in read || !read.config.stripe) throw new Error('no configuration')
  const { app, background } = compose(read.config, read.config.stripe, {
    database: desk.database,
    log: pino({ level: 'silent' }),
  })
  const server = createServer(app as RequestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await background.stop()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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

it('on https the cookie is __Host-sid, transport security lasts two years, and Stripe’s own origins are let in', async () => {
  const desk = await startDesk()
  const there = await onHttps(desk)
  const form = new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword })
  const signedIn = await fetch(there + paths.signIn, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Origin: 'https://guichet.example' },
  })
  expect(signedIn.status).toBe(303)
  const [cookie = ''] = signedIn.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-sid=s%3A[\w%.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const page = await fetch(there + paths.newPaymentMethod, {
    headers: { Cookie: cookie.split(';')[0] ?? '' },
  })
  expect(page.headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains')
  const policy = (page.headers.get('Content-Security-Policy') ?? '').split(';')
  expect(policy).toEqual(
    expect.arrayContaining([
      "script-src 'self' https://js.stripe.com https://*.js.stripe.com",
      'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
      "connect-src 'self' https://api.stripe.com",
      "form-action 'self' https://checkout.stripe.com",
    ]),
  )
  const html = await page.text()
  expect(html).toMatch(/<script src="https:\/\/js\.stripe\.com\/[\w/]*stripe\.js" defer>/)
  expect(html).toContain('data-return="https://guichet.example/settings/payment-methods/return"')
  expect(await (await fetch(there + paths.signIn)).text()).not.toContain(trialPassword)
  const chosen = await fetch(`${there}${paths.signIn}?lang=fr`)
  expect(chosen.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^lang=fr;.*HttpOnly; Secure; SameSite=Lax$/),
  ])
  const foreign = { method: 'POST', body: form, headers: { Origin: 'http://guichet.example' } }
  expect((await fetch(there + paths.signIn, foreign)).status).toBe(403)
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
