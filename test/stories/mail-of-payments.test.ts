import { expect, it } from 'vitest'
import { expiryEnd } from '../../src/payment-methods/payment-method.ts'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { idsOn, openMailStage } from '../support/mail-stage.ts'
import { companyNamed, mastercard, movableClock, toHostedPage, typeCard } from '../support/story.ts'

const day = 24 * 60 * 60_000

it('a card that expires soon is told of at thirty days and at seven, and of one that was renewed nothing', async () => {
  const clock = movableClock()
  const { desk, news } = await openMailStage({ clock })
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
    const { desk, server, news } = await openMailStage()
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
      expect(mail?.text).toContain('- Visa ending in 4242: there was not enough money on the card.')
      expect(mail?.text).toContain('- Mastercard ending in 4444: the bank refused, without saying why.')
    }
  },
)

it('a letter that asks for the bank’s confirmation leads to its invoice, through signing in', async () => {
  const { desk, server, news } = await openMailStage()
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
