import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, type Got, send } from '../support/by-hand.ts'
import { startMailServer } from '../support/mail-server.ts'
import { recordingWire, type Wire } from '../support/recording-wire.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { mastercard, typeCard, visa } from '../support/story.ts'

const mailPassword = randomBytes(8).toString('hex')
const sessionSecret = randomBytes(32).toString('hex')
const password = `canary password ${randomBytes(6).toString('hex')}`
// A password in the field of the address is shown there again, and nowhere else.
const misplaced = `misplaced password ${randomBytes(6).toString('hex')}`
const mistyped = `mistyped password ${randomBytes(6).toString('hex')}`

async function bytesIn(folder: string): Promise<string> {
  const files = await readdir(folder)
  expect(files).toContain('guichet.db')
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n')
}

function post(
  desk: Desk,
  path: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Got> {
  const headers = { ...asForm, ...more }
  return send(desk, path, { method: 'POST', headers, body: new URLSearchParams(form).toString() })
}

/** A card by Stripe's page, one by its field, both back by the address that carries the client secret. */
async function addCards(desk: Desk, Cookie: string): Promise<void> {
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
}

/** What people mistype, and what goes wrong meanwhile. */
async function stumble(desk: Desk, token: string): Promise<void> {
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped })
  await post(desk, paths.signIn, { email: misplaced, password: mistyped })
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped.repeat(100) })
  await post(desk, paths.password(token), { password: mistyped.repeat(1000) })
  await send(desk, `/SIGN-IN/Password/${token}`)
  await send(desk, `/sign-in/password/${token}/..%2f%E0%A4%A`)
  await post(desk, paths.webhook, { secret: mistyped })
  await post(desk, paths.cspReport, { report: mistyped })
  await desk.database.transaction(async () => {
    await post({ ...desk }, paths.password(token), { password: mistyped })
  })
}

function secretsOf({ sandbox, keys }: Desk): { never: string[]; notKept: string[] } {
  const setups = [...sandbox.ledger.setupIntents.oldestFirst()]
  const numbers = [visa, mastercard].flatMap((number) => [number, number.replaceAll(' ', '')])
  return {
    never: [...numbers, sessionSecret, keys.webhookSecret, keys.secretKey],
    notKept: [password, mistyped, misplaced, ...setups.map((setup) => setup.client_secret ?? '')],
  }
}

function expectNone(where: string, text: string, secrets: readonly string[]): void {
  expect([where, secrets.filter((secret) => secret === '' || text.includes(secret))]).toEqual([where, []])
}

it('no card number, secret or password is in a log, in the database, on a page or in a mail, and no card number ever comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'guichet.db')
  const mails = await startMailServer()
  const near = await startDesk({
    databaseUrl: `file:${file}`,
    patience: 50,
    environment: {
      SESSION_SECRET: sessionSecret,
      SMTP_URL: mails.url.replace('//', `//guichet:${mailPassword}@`),
      MAIL_FROM: 'billing@example.com',
    },
  })
  const wire: Wire = await recordingWire(near)
  const { desk } = wire
  const cookie = await cookieOf(desk)
  await addCards(desk, cookie)
  const bob = (await desk.ports.store.members.byEmail('bob@atelier.example'))?.member.id ?? ''
  const token = await makePasswordLink(desk.ports.store.passwordLinks, bob, Date.now())
  await stumble(desk, token)
  expect((await post(desk, paths.password(token), { password })).status).toBe(303)
  expect((await post(desk, paths.signIn, { email: 'bob@atelier.example', password })).status).toBe(303)
  await desk.settled()

  const { never, notKept } = secretsOf(desk)
  const sessionId = /s%3A([\w-]+)\./.exec(cookie)?.[1] ?? ''
  const log = desk.logged.join('\n')
  expect(log).toContain(paths.paymentMethods)
  expectNone('log', log, [...never, ...notKept, token, sessionId, mailPassword, 'alice@atelier.example'])
  expectNone('database', await bytesIn(folder), [...never, ...notKept, token, sessionId, mailPassword])
  expect(wire.asked()).toContain('payment_method.attached')
  expectNone('requests', wire.asked(), never)
  const pages = wire.answered()
  expect(pages).toContain('ending in')
  expectNone('pages', pages, [...never, password, mistyped, mailPassword])
  const letters = mails.received
    .map(({ headers, text, html }) => [...headers, text, html].join('\n'))
    .join('\n')
  expect(letters).toContain('ending in')
  expectNone('mail', letters, [...never, ...notKept, token, sessionId, mailPassword])
})
