// Every secret that there is goes through the program; then everything that it wrote is searched for them.

import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { asForm, cookieOf, type Got, send } from '../support/by-hand.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { leaks, type Planted } from '../support/planted.ts'
import { recordingWire, type Wire } from '../support/recording-wire.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { mastercard, typeCard, visa } from '../support/story.ts'

const mailPassword = randomBytes(8).toString('hex')
const sessionSecret = randomBytes(32).toString('hex')
const password = `canary password ${randomBytes(6).toString('hex')}`
// A password in the field of the address is shown there again, and nowhere else.
const misplaced = `misplaced password ${randomBytes(6).toString('hex')}`
const mistyped = `mistyped password ${randomBytes(6).toString('hex')}`

function post(
  desk: Desk,
  path: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Got> {
  const headers = { ...asForm, ...more }
  return send(desk, path, { method: 'POST', headers, body: new URLSearchParams(form).toString() })
}

/** A card by Stripe's page, one by its field, both back by the address that carries the client secret; that secret. */
async function addCards(desk: Desk, Cookie: string): Promise<string> {
  const page = await send(desk, paths.newPaymentMethod, { headers: { Cookie } })
  const attempt = /name="attempt" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const hosted = await post(desk, paths.paymentMethods, { attempt }, { Cookie })
  const back = new URL(
    (await typeCard(hosted.headers.location ?? '', mastercard)).headers.get('Location') ?? '',
  )
  await send(desk, back.pathname + back.search, { headers: { Cookie } })
  const json = await post(
    desk,
    paths.paymentMethods,
    { attempt: crypto.randomUUID() },
    { Cookie, Accept: 'application/json' },
  )
  const { setupIntentId, clientSecret } = JSON.parse(json.text)
  const card = { number: visa.replaceAll(' ', ''), expMonth: 12, expYear: 2040, cvc: '123' }
  desk.sandbox.flow.confirmSetupIntent(setupIntentId, { card })
  const query = `setup_intent=${setupIntentId}&setup_intent_client_secret=${clientSecret}&redirect_status=succeeded`
  const onTheWay = [
    `${paths.returnFromStripe}?${query}`,
    `${paths.newPaymentMethod}?${query}`,
    `${paths.paymentMethods}?${query}`,
  ]
  for (const address of onTheWay) {
    const asAlice = await send(desk, address, { headers: { Cookie } })
    const asNobody = await send(desk, address)
    for (const { text, headers } of [asAlice, asNobody]) {
      expect(text).not.toContain(clientSecret)
      if (headers.location) {
        const next = await send(desk, headers.location, {
          headers: { Cookie: asAlice.headers.location === headers.location ? Cookie : '' },
        })
        expect(next.text).not.toContain(clientSecret)
      }
    }
  }
  return clientSecret
}

/** An invoice whose bank asks its cardholder, on the page that needs the payment's client secret; that secret. */
async function askCardholder(desk: Desk, Cookie: string): Promise<string> {
  const { bill, companyId } = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(companyId)
  for (const { id } of methods) desk.sandbox.control.changeBehaviour(id, 'asks_always')
  const id = await bill()
  await desk.settled()
  const page = await send(desk, paths.confirmation(id), { headers: { Cookie } })
  const secret = /pi_\w+_secret_\w+/.exec(page.text)?.[0] ?? ''
  const query = `?done&payment_intent_client_secret=${secret}`
  for (const headers of [{ Cookie }, { Cookie: '' }]) {
    const { location = '' } = (await send(desk, paths.confirmation(id) + query, { headers })).headers
    if (location) expect((await send(desk, location, { headers })).text).not.toContain(secret)
  }
  return secret
}

/** What people mistype, and what goes wrong meanwhile. */
async function stumble(desk: Desk, token: string, Cookie: string): Promise<void> {
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped })
  await post(desk, paths.signIn, { email: misplaced, password: mistyped })
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped.repeat(100) })
  await post(desk, paths.password(token), { password: mistyped.repeat(1000) })
  await send(desk, `/SIGN-IN/Password/${token}`)
  await send(desk, `/sign-in/password/${token}/..%2f%E0%A4%A`)
  await post(desk, paths.webhook, { secret: mistyped })
  await post(desk, paths.cspReport, { report: mistyped })
  desk.sandbox.faults.order({ kind: '500-before', times: 2 })
  await post(desk, paths.paymentMethods, { attempt: crypto.randomUUID() }, { Cookie })
  desk.sandbox.faults.clear()
  await desk.database.transaction(async () => {
    await post({ ...desk }, paths.password(token), { password: mistyped })
  })
}

interface Passed {
  readonly wire: Wire
  readonly mails: MailServer
  readonly cookie: string
  readonly token: string
  readonly setupSecret: string
  readonly paymentSecret: string
}

function planted({ wire, mails, cookie, token, setupSecret, paymentSecret }: Passed): Planted[] {
  const { sandbox, keys, logged } = wire.desk
  const [asked, answered] = [wire.asked(), wire.answered()]
  const wasTyped = (value: string) => asked.includes(new URLSearchParams({ value }).toString().slice(6))
  const sessionId = /s%3A([\w-]+)\./.exec(cookie)?.[1] ?? ''
  const signedWith = createHmac('sha256', sessionSecret).update(sessionId).digest('base64').replace(/=+$/, '')
  const saved = [...sandbox.ledger.paymentMethods.oldestFirst()].map(({ card }) => card?.last4)
  const numbers = [visa, mastercard].flatMap((number) => [number, number.replaceAll(' ', '')])
  return [
    ...numbers.map((value) => ({
      name: 'a card number',
      value,
      passed: saved.includes(value.slice(-4)),
      belongs: [],
    })),
    {
      name: 'the session secret',
      value: sessionSecret,
      passed: decodeURIComponent(cookie).endsWith(`.${signedWith}`),
      belongs: [],
    },
    {
      name: 'the webhook’s secret',
      value: keys.webhookSecret,
      passed:
        asked.includes('"payment_method.attached"') &&
        logged.some((line) => /webhooks.*"status":200/.test(line)),
      belongs: [],
    },
    {
      name: 'Stripe’s key',
      value: keys.secretKey,
      passed: sandbox.log.entries.some(({ key, status }) => key === 'secret' && status === 200),
      belongs: [],
    },
    {
      name: 'the mail server’s password',
      value: mailPassword,
      passed: mails.heard.some((line) => line === `AUTH PLAIN ${base64(`\0guichet\0${mailPassword}`)}`),
      belongs: [],
    },
    { name: 'a password', value: password, passed: wasTyped(password), belongs: ['requests'] },
    {
      name: 'everybody’s password',
      value: trialPassword,
      passed: wasTyped(trialPassword),
      belongs: ['requests', 'answers'],
    },
    { name: 'a mistyped password', value: mistyped, passed: wasTyped(mistyped), belongs: ['requests'] },
    {
      name: 'a misplaced password',
      value: misplaced,
      passed: wasTyped(misplaced),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a link’s token',
      value: token,
      passed: asked.includes(paths.password(token)),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a session’s id',
      value: sessionId,
      passed: answered.includes(`s%3A${sessionId}`),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a setup’s client secret',
      value: setupSecret,
      passed: asked.includes(setupSecret),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a payment’s client secret',
      value: paymentSecret,
      passed: answered.includes(paymentSecret),
      belongs: ['requests', 'answers'],
    },
    // Logs name nobody.
    {
      name: 'a member’s address',
      value: 'alice@atelier.example',
      passed: mails.received.some(({ to }) => to.includes('alice@atelier.example')),
      belongs: ['database', 'mail', 'requests', 'answers'],
    },
  ]
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** The database as it lies there, with what it has written ahead. */
async function bytesIn(folder: string): Promise<string> {
  const files = await readdir(folder)
  expect(files).toEqual(expect.arrayContaining(['guichet.db', 'guichet.db-wal']))
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n')
}

it('no card number, secret or password is in a log, in the database, on a page or in a mail, and no card number ever comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const mails = await startMailServer()
  const near = await startDesk({
    databaseUrl: `file:${join(folder, 'guichet.db')}`,
    patience: 50,
    environment: {
      SESSION_SECRET: sessionSecret,
      SMTP_URL: mails.url.replace('//', `//guichet:${mailPassword}@`),
      MAIL_FROM: 'billing@example.com',
    },
  })
  const wire = await recordingWire(near)
  const { desk } = wire
  const cookie = await cookieOf(desk)
  const setupSecret = await addCards(desk, cookie)
  const paymentSecret = await askCardholder(desk, cookie)
  const bob = (await desk.ports.store.members.byEmail('bob@atelier.example'))?.member.id ?? ''
  const token = await makePasswordLink(desk.ports.store.passwordLinks, bob, Date.now())
  await stumble(desk, token, cookie)
  expect((await post(desk, paths.password(token), { password })).status).toBe(303)
  expect((await post(desk, paths.signIn, { email: 'bob@atelier.example', password })).status).toBe(303)
  await desk.settled()

  const secrets = planted({ wire, mails, cookie, token, setupSecret, paymentSecret })
  expect(secrets.filter(({ value, passed }) => value.length < 8 || !passed).map(({ name }) => name)).toEqual(
    [],
  )
  const writings = {
    log: desk.logged.join('\n'),
    database: await bytesIn(folder),
    answers: wire.answered(),
    mail: mails.received.map(({ raw, text, html }) => [raw, text, html].join('\n')).join('\n'),
    requests: wire.asked(),
  }
  expect(writings.log).toMatch(/"stripe":/)
  for (const place of ['database', 'answers', 'mail'] as const) expect(writings[place]).toContain('4242')
  expect(leaks(secrets, writings)).toEqual([])
})

it('a secret is found as it is, and as it goes into addresses, forms, JSON and headers', () => {
  const value = 'a p@ss/word "of" ünusual make'
  const written = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString(),
    JSON.stringify({ value }),
    base64(value),
    Buffer.from(value).toString('hex'),
  ]
  const secret = { name: 'it', value, passed: true, belongs: ['mail' as const] }
  for (const text of written) {
    const writings = { log: '', database: `…${text}…`, answers: '', mail: text, requests: '' }
    expect(leaks([secret], writings)).toEqual(['it is in the database'])
  }
})
