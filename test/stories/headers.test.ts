// What each kind of answer says to browsers beside what it shows, to the letter.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, fromUs, type Got, type Sent, send } from '../support/by-hand.ts'
import { type Desk, openDesk, startDesk } from '../support/running-desk.ts'
import { type Beside, openBeside } from '../support/second-process.ts'
import { startUnpaid } from '../support/unpaid.ts'

const policies = {
  strict:
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';report-to csp",
  withStripe: (script: string, frame: string, connect: string, form: string) =>
    `default-src 'none';script-src 'self' ${script};style-src 'self';img-src 'self';font-src 'self';connect-src 'self' ${connect};form-action 'self' ${form};base-uri 'none';frame-ancestors 'none';report-to csp;frame-src ${frame}`,
}

const unused =
  'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()'
const usedByBanks =
  'fullscreen=(), otp-credentials=(), payment=(), publickey-credentials-create=(), publickey-credentials-get=(), storage-access=()'

const everywhere = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'reporting-endpoints': 'csp="/csp-report"',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
const strict = {
  ...everywhere,
  'content-security-policy': policies.strict,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': `${unused}, ${usedByBanks}`,
}
const withStripe = (policy: string) => ({
  ...everywhere,
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'permissions-policy': unused,
})
// Stripe.js does not support the first; the others tell strangers what we are made of, or who has what in their cache.
const nowhere = [
  'cross-origin-embedder-policy',
  'x-powered-by',
  'server',
  'etag',
  'access-control-allow-origin',
]

function expectHeaders({ headers }: Got, wanted: Readonly<Record<string, string>>): void {
  expect(headers).toMatchObject(wanted)
  for (const name of nowhere) expect([name, headers[name]]).toEqual([name, undefined])
}

type Who = 'nobody' | 'alice' | 'dan'
const json = { Accept: 'application/json' }
const post = (headers: Record<string, string> = asForm, body = ''): Sent => ({
  method: 'POST',
  headers,
  body,
})

// Kind, who asks, for what, how, and the status that shows that it is that kind.
const answers: readonly [string, Who, string, Sent, number][] = [
  ['a public page', 'nobody', paths.signIn, {}, 200],
  ['a guide', 'nobody', paths.help.abroad, {}, 200],
  ['a signed-in page with a form', 'alice', paths.billingDetails, {}, 200],
  ['the list of cards', 'alice', paths.paymentMethods, {}, 200],
  ['the list of invoices', 'alice', paths.invoices, {}, 200],
  ['a fragment for htmx', 'alice', paths.wallet(1, true), { headers: { 'HX-Request': 'true' } }, 200],
  ['a page whose address is no address of ours', 'alice', '/nowhere', {}, 404],
  ['a card that is not there', 'alice', paths.removal('pm_none'), {}, 404],
  ['an asset that is not there', 'nobody', '/assets/app.css', {}, 404],
  ['a page that is not for this role', 'dan', paths.paymentMethods, {}, 403],
  ['a request from another site', 'alice', paths.signOut, post({ Origin: 'https://evil.example' }), 403],
  ['a form that was refused', 'nobody', paths.signIn, post(), 422],
  ['a form that nobody understands', 'alice', paths.paymentMethods, post(), 400],
  ['a form that is too large', 'nobody', paths.signIn, post(asForm, `email=${'x'.repeat(70_000)}`), 413],
  ['a redirect to sign in', 'nobody', paths.paymentMethods, {}, 303],
  ['a redirect of the start', 'alice', paths.home, {}, 303],
  ['a method that no address has', 'alice', paths.signIn, { method: 'DELETE', headers: fromUs }, 404],
  ['OPTIONS', 'nobody', paths.signIn, { method: 'OPTIONS', headers: fromUs }, 200],
  [
    'OPTIONS from another site',
    'nobody',
    paths.signIn,
    { method: 'OPTIONS', headers: { Origin: 'https://evil.example' } },
    403,
  ],
  ['HEAD', 'alice', paths.paymentMethods, { method: 'HEAD' }, 200],
  ['a webhook that nobody signed', 'nobody', paths.webhook, post({}, '{}'), 400],
  [
    'a report of a browser',
    'nobody',
    paths.cspReport,
    post({ 'Content-Type': 'application/reports+json' }, '[]'),
    204,
  ],
  ['health', 'nobody', paths.health, {}, 200],
  ['figures, which nobody here may see', 'nobody', paths.metrics, {}, 404],
  ['an address that is none', 'nobody', '/settings/payment-methods/%E0%A4%A/removal', {}, 400],
]

let desk: Desk
let https: Beside
const cookies = new Map<Who, string>()
beforeAll(async () => {
  desk = await openDesk()
  cookies.set('alice', await cookieOf(desk))
  cookies.set('dan', await cookieOf(desk, 'dan@atelier.example'))
})
afterAll(() => desk.close())

function ask(who: Who, address: string, { headers = {}, ...sent }: Sent): Promise<Got> {
  const cookie = cookies.get(who)
  return send(desk, address, { ...sent, headers: { ...headers, ...(cookie && { Cookie: cookie }) } })
}

describe('Strict, and kept nowhere, is', () => {
  it.each(answers)('%s', async (_kind, who, address, sent, status) => {
    const answer = await ask(who, address, sent)
    expect(answer.status).toBe(status)
    expectHeaders(answer, strict)
    expect(answer.headers['strict-transport-security']).toBeUndefined()
    expect(answer.text).not.toContain('stripe.js')
    expect(answer.text).not.toMatch(/<script>|<script(?![^>]* src=)| style="| on\w+="/)
  })

  it('JSON, and the refusal of somebody who comes too often', async () => {
    const own = await startDesk()
    const cookie = await cookieOf(own)
    const begin = () =>
      send(own, paths.paymentMethods, {
        method: 'POST',
        headers: { ...asForm, ...json, Cookie: cookie },
        body: `attempt=${crypto.randomUUID()}`,
      })
    for (const status of [200, 200, 200, 200, 200, 429]) {
      const answer = await begin()
      expect([answer.status, answer.headers['content-type']]).toEqual([
        status,
        'application/json; charset=utf-8',
      ])
      expectHeaders(answer, strict)
    }
  })

  it('a page while the database is away', async () => {
    const own = await startDesk()
    const cookie = await cookieOf(own)
    await own.database.run('alter table sessions rename to elsewhere')
    const answer = await send(own, paths.paymentMethods, { headers: { Cookie: cookie } })
    await own.database.run('alter table elsewhere rename to sessions')
    expect(answer.status).toBe(500)
    expectHeaders(answer, strict)
  })
})

describe('Stripe’s script is let in', () => {
  it('where a card is added, also where that page comes back with a refusal', async () => {
    const origin = desk.sandboxUrl
    const policy = policies.withStripe(origin, origin, origin, origin)
    const page = await ask('alice', paths.newPaymentMethod, {})
    expect(page.text).toContain(`<script src="${origin}/stripe.js" defer>`)
    expectHeaders(page, withStripe(policy))
    desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
    const refused = await ask('alice', paths.paymentMethods, post(asForm, `attempt=${crypto.randomUUID()}`))
    desk.sandbox.faults.clear()
    expect(refused.status).toBe(502)
    expectHeaders(refused, withStripe(policy))
  })

  it('where a bank is answered', async () => {
    const stage = await startUnpaid()
    stage.behave(stage.first, 'asks_always')
    await stage.pay(stage.first)
    const cookie = await cookieOf(stage.desk)
    const page = await send(stage.desk, paths.confirmation(stage.id), { headers: { Cookie: cookie } })
    const origin = stage.desk.sandboxUrl
    expect(page.text).toContain(`<script src="${origin}/stripe.js" defer>`)
    const headers = withStripe(policies.withStripe(origin, origin, origin, origin))
    // There is a secret on it, which no proxy is to compress.
    expectHeaders(page, { ...headers, 'cache-control': 'no-store, no-transform' })
    for (const address of [paths.invoice(stage.id), paths.payment(stage.id)]) {
      const other = await send(stage.desk, address, { headers: { Cookie: cookie } })
      expectHeaders(other, strict)
      expect(other.text).not.toContain('stripe.js')
    }
  })
})

it('a letter is a page without scripts, which stands in a frame of ours alone', async () => {
  const [mail] = await desk.ports.store.outbox.newest(1)
  const letter = await ask('nobody', paths.sandboxLetter(mail?.id ?? ''), {})
  expect(letter.headers).toMatchObject({
    'content-security-policy':
      "default-src 'none';style-src 'unsafe-inline';form-action 'none';base-uri 'none';frame-ancestors 'self';sandbox allow-popups allow-popups-to-escape-sandbox",
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'no-store',
  })
})

describe('On https', () => {
  beforeAll(async () => {
    https = await openBeside(desk, {
      PUBLIC_URL: 'https://guichet.test',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
      STRIPE_API_URL: desk.sandboxUrl,
    })
  })

  afterAll(() => https.close())

  const forGood = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
  const own = { Origin: 'https://guichet.test', 'Content-Type': 'application/x-www-form-urlencoded' }

  it.each([
    ['a public page', paths.signIn, {}, 200],
    ['a redirect', paths.paymentMethods, {}, 303],
    ['no page', '/nowhere', {}, 404],
    ['a refused form', paths.signIn, post(own), 422],
    ['a webhook', paths.webhook, post({}, '{}'), 400],
    ['health, which nobody may ask for here', paths.health, {}, 404],
  ] as const)('%s says so for two years', async (_kind, address, sent, status) => {
    const answer = await send(https, address, sent)
    expect(answer.status).toBe(status)
    expectHeaders(answer, { ...strict, ...forGood })
  })

  it('assets do, too', async () => {
    const { text } = await send(https, paths.signIn)
    const [, asset = ''] = /href="(\/assets\/app[^"]+)"/.exec(text) ?? []
    expect((await send(https, asset)).headers).toMatchObject(forGood)
  })

  it('the cookies are this host’s alone, and Stripe’s own origins are let in', async () => {
    const body = new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword }).toString()
    const { headers } = await send(https, paths.signIn, { method: 'POST', headers: own, body })
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-known=[\w.-]+; Max-Age=7776000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
      expect.stringMatching(/^__Host-sid=s%3A[\w%.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    const Cookie = headers['set-cookie']?.map((cookie) => cookie.split(';')[0]).join('; ') ?? ''
    const page = await send(https, paths.newPaymentMethod, { headers: { Cookie } })
    const script = 'https://js.stripe.com https://*.js.stripe.com'
    const policy = policies.withStripe(
      script,
      `${script} https://hooks.stripe.com`,
      'https://api.stripe.com',
      'https://checkout.stripe.com',
    )
    expectHeaders(page, { ...withStripe(policy), ...forGood })
  })
})

describe('A cookie', () => {
  it('on http is for this origin, out of scripts’ reach, and not for https alone', async () => {
    const body = new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword }).toString()
    const { headers } = await send(desk, paths.signIn, { method: 'POST', headers: asForm, body })
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^known=[\w.-]+; Max-Age=7776000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      ),
      expect.stringMatching(/^sid=s%3A[\w%.-]+; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('is set by no page, no asset and no machine’s answer', async () => {
    const { text } = await ask('nobody', paths.signIn, {})
    const [, asset = ''] = /href="(\/assets\/app[^"]+)"/.exec(text) ?? []
    for (const address of [paths.signIn, paths.help.update, paths.health, '/nowhere', asset])
      expect((await ask('nobody', address, {})).headers['set-cookie']).toBeUndefined()
  })
})

it('assets are kept for good by their hash, and no other file is served', async () => {
  const { text } = await ask('nobody', paths.signIn, {})
  const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  expect(assets.length).toBeGreaterThanOrEqual(4)
  for (const address of assets) {
    const { status, headers } = await ask('nobody', address, {})
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.* frame-ancestors 'none'; sandbox$/,
      ),
    })
    for (const name of nowhere) expect(headers[name]).toBeUndefined()
  }
  for (const address of [
    '/public/app.css',
    '/package.json',
    '/.env',
    '/.git/config',
    '/data/guichet.db',
    '/assets/../.env',
  ]) {
    expect((await ask('nobody', address, {})).status).toBe(404)
  }
})
