import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { expiryEnd } from '../../src/payment-methods/payment-method.ts'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type Desk, type DeskOptions, openDesk, startDesk } from '../support/running-desk.ts'
import {
  addCard,
  atStripe,
  companyNamed,
  mastercard,
  movableClock,
  rowsOf,
  toHostedPage,
  typeCard,
} from '../support/story.ts'

const from = 'Guichet <billing@example.com>'
const hour = 60 * 60_000
const day = 24 * hour

interface Stage {
  readonly server: MailServer
  readonly desk: Desk
  /** What came since it was last asked: `address: subject`, sorted. */
  news(): Promise<string[]>
}

function settings(server: MailServer): DeskOptions {
  return { environment: { SMTP_URL: server.url, MAIL_FROM: from } }
}

/** Bob reads French; what the beginning brought has been read. */
async function openStage(options: DeskOptions = {}): Promise<Stage> {
  const server = await startMailServer()
  const desk = await startDesk({ ...settings(server), ...options })
  await desk.database.run("update members set language = 'fr' where email = 'bob@atelier.example'")
  let read = 0
  const news = async (): Promise<string[]> => {
    await desk.settled()
    const mails = server.received.slice(read)
    read = server.received.length
    return mails.flatMap((mail) => mail.envelope.map((address) => `${address}: ${mail.subject}`)).sort()
  }
  await news()
  return { server, desk, news }
}

async function idsOn(desk: Desk): Promise<string[]> {
  const alice = await desk.signedIn('alice')
  return rowsOf((await alice.get(paths.paymentMethods)).text).map(({ id }) => id)
}

it('whoever manages billing hears of each card in their own language, the developer and other companies nothing', async () => {
  const { desk, news } = await openStage()
  const alice = await desk.signedIn('alice')
  await addCard(alice, '4000 0025 0000 0003')
  expect(await news()).toEqual([
    'alice@atelier.example: Visa ending in 0003 was added – Atelier Lumière',
    'bob@atelier.example: Visa se terminant par 0003 a été ajoutée – Atelier Lumière',
  ])

  const [visa, second, added] = await idsOn(desk)
  await alice.post(paths.default(second ?? ''))
  expect(await news()).toEqual([
    'alice@atelier.example: Mastercard ending in 4444 is now your default card – Atelier Lumière',
    'bob@atelier.example: Mastercard se terminant par 4444 est maintenant votre carte par défaut – Atelier Lumière',
  ])

  await alice.post(paths.order(added ?? ''), { direction: 'up' })
  expect(await news()).toEqual([])

  await alice.post(paths.removal(second ?? ''))
  expect(await news()).toEqual([
    'alice@atelier.example: Mastercard ending in 4444 was removed – Atelier Lumière',
    'bob@atelier.example: Mastercard se terminant par 4444 a été retirée – Atelier Lumière',
  ])
  expect(await idsOn(desk)).toEqual(expect.arrayContaining([visa]))
})

it('a letter says which company and what to do, in text and in HTML, with links to where Guichet is', async () => {
  const { desk, server, news } = await openStage()
  const [, second] = await idsOn(desk)
  await (await desk.signedIn('alice')).post(paths.default(second ?? ''))
  await news()
  for (const [address, words] of [
    [
      'alice',
      ['Hello Alice Martin,', 'the default card of Atelier Lumière', 'Before, it was Visa ending in 4242.'],
    ],
    [
      'bob',
      [
        'Bonjour Bob Leroy,',
        'l’entreprise Atelier Lumière',
        'Auparavant, c’était Visa se terminant par 4242.',
      ],
    ],
  ] as const) {
    const mail = server.received.findLast(({ envelope }) => envelope[0]?.startsWith(address))
    expect(mail?.from).toBe(from)
    for (const part of [mail?.text, mail?.html]) {
      for (const each of [...words, desk.url + paths.paymentMethods]) expect(part).toContain(each)
    }
    expect(mail?.html).not.toMatch(/<script|<img|url\(/)
  }
})

it('what Stripe’s events bring is told as what people do, once', async () => {
  const { desk, news } = await openStage()
  const { customerId, ids } = await atStripe(desk)
  await attachTrialCard({ ...desk.keys, timeout: 5_000 })('pm_card_amex', customerId)
  expect((await news()).map((mail) => mail.split(': ')[1])).toEqual([
    'American Express ending in 0005 was added – Atelier Lumière',
    'American Express se terminant par 0005 a été ajoutée – Atelier Lumière',
  ])
  await desk.ports.gateway.setDefault(customerId, ids[1] ?? '', 'by somebody else')
  expect(await news()).toHaveLength(2)
  await desk.ports.gateway.detach(ids[0] ?? '', 'by somebody else too')
  expect(await news()).toHaveLength(2)
})

it('a company of another customer hears of its own cards alone', async () => {
  const { desk, news } = await openStage()
  await addCard(await desk.signedIn('charlie'))
  expect(await news()).toEqual([
    'charlie@brasserie.example: Visa ending in 4242 was added – Brasserie du Port',
  ])
})

it.each(['busy', 'refusing'] as const)('a server that is %s delays mail, and loses none', async (manner) => {
  const clock = movableClock()
  const { desk, server, news } = await openStage({ clock })
  server.behave(manner)
  const [, second] = await idsOn(desk)
  const alice = await desk.signedIn('alice')
  expect((await alice.post(paths.default(second ?? ''))).status).toBe(303)
  expect(await news()).toEqual([])
  expect(desk.logged.join('\n')).not.toContain('@atelier.example')
  server.behave('taking')
  clock.pass(hour)
  expect(await news()).toHaveLength(2)
  clock.pass(hour)
  expect(await news()).toEqual([])
})

it('a server that is silent holds up nothing else, and what it did not take is sent after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const server = await startMailServer()
  server.behave('silent')
  const there = { ...settings(server), databaseUrl: `file:${join(folder, 'guichet.db')}`, mailPatience: hour }
  const desk = await openDesk(there)
  const { customerId } = await atStripe(desk)
  await attachTrialCard({ ...desk.keys, timeout: 5_000 })('pm_card_amex', customerId)
  await vi.waitFor(async () => expect(await idsOn(desk)).toHaveLength(3), 10_000)
  await desk.close()
  expect(server.received).toEqual([])

  server.behave('taking')
  const clock = movableClock()
  clock.pass(hour)
  const again = await startDesk({ ...there, clock })
  await again.settled()
  expect(server.received.map(({ envelope, subject }) => `${envelope}: ${subject}`).sort()).toEqual(
    ['alice', 'bob'].flatMap((name) =>
      ['American Express ending in 0005', 'Mastercard ending in 4444', 'Visa ending in 4242'].map(
        (card) => `${name}@atelier.example: ${card} was added – Atelier Lumière`,
      ),
    ),
  )
})

it('no line break in a name makes a header, and no markup in it is markup', async () => {
  const { desk, server, news } = await openStage()
  const evil = 'A\r\nBcc: thief@example.com\r\n\r\n<script>alert(1)</script>\u202e'
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  await desk.database.run('update companies set name = $2 where id = $1', [id, evil])
  await desk.database.run('update members set name = $1 where email = $2', [evil, 'alice@atelier.example'])
  await desk.database.run("update payment_methods set last4 = $1 where last4 = '4444'", [
    '1\r\nBcc: thief@example.com',
  ])
  const [, second] = await idsOn(desk)
  await (await desk.signedIn('alice')).post(paths.default(second ?? ''))
  expect(await news()).toHaveLength(2)
  for (const mail of server.received) {
    expect(mail.envelope).not.toContain('thief@example.com')
    expect(mail.headers.filter((line) => /^bcc/i.test(line))).toEqual([])
    expect(mail.html).not.toMatch(/<script|\u202e/)
    expect(mail.text).not.toMatch(/^Bcc/m)
  }
})

it('a card that expires soon is told of at thirty days and at seven, and of one that was renewed nothing', async () => {
  const clock = movableClock()
  const { desk, news } = await openStage({ clock })
  const today = new Date()
  const nextMonth = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1))
  const expiry = { month: nextMonth.getUTCMonth() + 1, year: nextMonth.getUTCFullYear() }
  const cardExpiry = `${String(expiry.month).padStart(2, '0')}/${String(expiry.year).slice(2)}`
  for (const cardNumber of ['4000 0025 0000 0003', mastercard]) {
    await typeCard(await toHostedPage(await desk.signedIn('alice')), cardNumber, { cardExpiry })
  }
  await news()
  const [, , , renewed] = await idsOn(desk)
  clock.pass(expiryEnd(expiry) - clock.now() - 20 * day)
  desk.sandbox.control.changeByNetwork(renewed ?? '', { exp_year: expiry.year + 4 })
  expect(await news()).toEqual([
    'alice@atelier.example: Visa ending in 0003 expires within 30 days – Atelier Lumière',
    'bob@atelier.example: Visa se terminant par 0003 expire dans moins de 30 jours – Atelier Lumière',
  ])
  clock.pass(14 * day)
  expect(await news()).toEqual([
    'alice@atelier.example: Visa ending in 0003 expires within 7 days – Atelier Lumière',
    'bob@atelier.example: Visa se terminant par 0003 expire dans moins de 7 jours – Atelier Lumière',
  ])
  clock.pass(day)
  expect(await news()).toEqual([])
})

it.each([
  [
    'succeeds',
    'Mastercard ending in 4444',
    '€49.00 paid with a backup, Mastercard ending in 4444',
    'Visa ending in 4242',
  ],
  [
    'do_not_honor_when_charged',
    'Mastercard ending in 4444',
    'A payment of €49.00 failed',
    'Visa ending in 4242',
  ],
  ['asks_always', 'Mastercard ending in 4444', 'Confirm a payment of €49.00 with your bank', ''],
] as const)(
  'when the default has no money and the backup %s, the letter names %s',
  async (behaviour, backup, subject, failed) => {
    const { desk, server, news } = await openStage()
    desk.sandbox.control.changeRetries([])
    const billing = await billingOf(desk)
    const { methods } = await desk.ports.store.wallets.of(billing.companyId)
    for (const [at, each] of (['insufficient_funds_when_charged', behaviour] as const).entries()) {
      desk.sandbox.control.changeBehaviour(methods[at]?.id ?? '', each)
    }
    const invoiceId = await billing.bill()
    expect(await news()).toEqual([
      `alice@atelier.example: ${subject} – Atelier Lumière`,
      expect.stringMatching(/^bob@atelier.example: .*49,00\u00a0€/),
    ])
    const mail = server.received.findLast(({ envelope }) => envelope[0] === 'alice@atelier.example')
    for (const part of [mail?.text, mail?.html]) {
      for (const each of [backup, failed, 'Atelier Lumière']) expect(part).toContain(each)
      if (behaviour !== 'succeeds') expect(part).toContain(desk.url + paths.invoice(invoiceId))
    }
    if (behaviour === 'do_not_honor_when_charged') {
      expect(mail?.text).toContain('- Visa ending in 4242: There was not enough money on the card.')
      expect(mail?.text).toContain('- Mastercard ending in 4444: The bank refused, without saying why.')
    }
  },
)

it('a letter that asks for the bank’s confirmation leads to its invoice, through signing in', async () => {
  const { desk, server, news } = await openStage()
  const { id: companyId } = await companyNamed(desk, 'Atelier Lumière')
  const invoice = { id: 'in_1', number: 'ATELIER-0001', amount: 12_900, currency: 'eur' }
  const message = { kind: 'confirmation needed', invoice, card: { brand: 'visa', last4: '3155' } } as const
  await desk.ports.store.outbox.write([{ companyId, message, once: 'invoice/in_1/confirmation' }], Date.now())
  expect(await news()).toEqual([
    'alice@atelier.example: Confirm a payment of €129.00 with your bank – Atelier Lumière',
    'bob@atelier.example: Confirmez un paiement de 129,00\u00a0€ auprès de votre banque – Atelier Lumière',
  ])
  const link = new RegExp(`${desk.url}(\\S*in_1)\n`).exec(server.received.at(-1)?.text ?? '')?.[1] ?? ''
  expect(link).toBe(paths.invoice('in_1'))
  const unknown = await desk.visitor().get(link)
  expect([unknown.status, unknown.headers.location]).toEqual([
    303,
    `${paths.signIn}?next=${encodeURIComponent(link)}`,
  ])
})
