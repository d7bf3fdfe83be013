import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { beside } from '../support/second-process.ts'

/** The same database and Stripe behind an https address, and with Stripe's own script. */
async function onHttps(desk: Desk): Promise<string> {
  const { url } = await beside(desk, {
    PUBLIC_URL: 'https://guichet.example',
    SESSION_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
    STRIPE_API_URL: desk.sandboxUrl,
  })
  return url
}

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
  const [known = '', cookie = ''] = signedIn.headers.getSetCookie()
  expect(known).toMatch(/^__Host-known=[\w.-]+; Max-Age=7776000; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
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
    expect.stringMatching(/^__Host-lang=fr;.*HttpOnly; Secure; SameSite=Lax$/),
  ])
  const foreign = { method: 'POST', body: form, headers: { Origin: 'http://guichet.example' } }
  expect((await fetch(there + paths.signIn, foreign)).status).toBe(403)
})
