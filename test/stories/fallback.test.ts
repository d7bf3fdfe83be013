// When the default cannot be charged: the others in their order, once each, and what everybody is told.

import { expect, test } from 'vitest'
import type { BehaviourName } from '../../src/sandbox/cards/behaviours.ts'
import { type Billing, billingOf } from '../support/billing.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { movableClock } from '../support/story.ts'

const day = 24 * 60 * 60_000

async function atelier(
  options: Parameters<typeof startDesk>[0],
  ...behaviours: readonly BehaviourName[]
): Promise<{ desk: Desk; billing: Billing }> {
  const desk = await startDesk(options)
  // Stripe's own retries are off: the story is about ours.
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(billing.companyId)
  for (const [at, behaviour] of behaviours.entries()) {
    desk.sandbox.control.changeBehaviour(methods[at]?.id ?? '', behaviour)
  }
  return { desk, billing }
}

async function intentOf({ stripe }: Billing, id: string): Promise<string> {
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  return String(payment?.payment.payment_intent)
}

async function mailsOf(desk: Desk): Promise<string[]> {
  const rows = await desk.database.all<{ kind: string }>(
    "select distinct kind, once from outbox where kind <> 'card added' order by kind",
  )
  return rows.map(({ kind }) => kind)
}

test('the default declines, and the first backup pays', async () => {
  const { desk, billing } = await atelier({}, 'fails_when_charged')
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
  expect(await billing.invoice(id)).toMatchObject({ status: 'paid', amountPaid: 4900, payment: 'paid' })
  expect(desk.sandbox.control.book(id)[0]?.charges).toHaveLength(1)
  expect(await mailsOf(desk)).toEqual(['paid by backup'])
})

test('an invoice that the default pays at once is no news', async () => {
  const { desk, billing } = await atelier({})
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: paid'])
  expect(await mailsOf(desk)).toEqual([])
})

test('all decline: the runs are spread over days, and then they end', async () => {
  const clock = movableClock()
  const { desk, billing } = await atelier(
    { clock },
    'insufficient_funds_when_charged',
    'do_not_honor_when_charged',
  )
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: declined'])
  expect((await billing.invoice(id)).rest).toMatchObject({ kind: 'next run' })
  for (const [days, attempts] of [
    [2, 2],
    [1.1, 4],
    [4, 4],
    [1.1, 6],
    [7.1, 8],
    [8, 8],
  ] as const) {
    clock.pass(days * day)
    await desk.settled()
    expect(await billing.attempts(id)).toHaveLength(attempts)
  }
  expect((await billing.invoice(id)).rest).toEqual({ kind: 'stopped', why: 'runs spent', until: null })
  expect(desk.sandbox.control.book(id)[0]?.charges).toEqual([])
  expect(await mailsOf(desk)).toEqual(Array(4).fill('payment failed'))
})

test('a dead card is not asked again, and one that was refilled pays on a later run', async () => {
  const clock = movableClock()
  const { desk, billing } = await atelier({ clock }, 'lost_when_charged', 'insufficient_funds_when_charged')
  const id = await billing.bill()
  await desk.settled()
  const { methods } = await desk.ports.store.wallets.of(billing.companyId)
  desk.sandbox.control.changeBehaviour(methods[1]?.id ?? '', 'succeeds')
  clock.pass(3.1 * day)
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: declined', '4444: paid'])
  expect(await mailsOf(desk)).toEqual(['paid', 'payment failed'])
})

test('the bank asks for the cardholder: the others are tried, and then they are asked', async () => {
  const { desk, billing } = await atelier({}, 'asks_always', 'do_not_honor_when_charged')
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: needs cardholder', '4444: declined'])
  expect((await billing.invoice(id)).rest).toMatchObject({ kind: 'cardholder' })
  expect(await mailsOf(desk)).toEqual(['confirmation needed'])
})

test('a bank that declines because its cardholder is away says the same', async () => {
  const { desk, billing } = await atelier({}, 'declines_when_away', 'asks_always')
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: needs cardholder', '4444: needs cardholder'])
})

test('suspected fraud is left to a person, who may let it go on', async () => {
  const { desk, billing } = await atelier({}, 'fraudulent_when_charged')
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined'])
  expect((await billing.invoice(id)).rest).toMatchObject({ kind: 'review', why: 'suspected fraud' })
  expect(await desk.ports.store.invoices.inReview()).toHaveLength(1)
  expect(await desk.ports.store.invoices.reviewed(id)).toBe(true)
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
})

test('a payment that the bank is at is waited for, and no other card is tried', async () => {
  const { desk, billing } = await atelier({})
  desk.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'fail' })
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.invoice(id)).toMatchObject({ payment: 'processing' })
  expect(await billing.told(id)).toEqual([])
  desk.sandbox.control.settlePayment(await intentOf(billing, id))
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
})

test('a backup whose bank takes its time is waited for', async () => {
  const { desk, billing } = await atelier({}, 'fails_when_charged')
  desk.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed' })
  const id = await billing.bill()
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: pending'])
  desk.sandbox.control.settlePayment(await intentOf(billing, id))
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
  expect(await mailsOf(desk)).toEqual(['paid by backup'])
})

test('Stripe’s own retry of the default opens the next run', async () => {
  const clock = movableClock()
  const { desk, billing } = await atelier({ clock }, 'do_not_honor_when_charged', 'do_not_honor_when_charged')
  desk.sandbox.control.changeRetries([2])
  const id = await billing.bill()
  await desk.settled()
  clock.pass(2.1 * day)
  desk.sandbox.control.moveClock(2.1 * 24 * 3600)
  await desk.settled()
  const attempts = await billing.attempts(id)
  expect(attempts.map(({ card, madeBy, run }) => [card.last4, madeBy, run])).toEqual([
    ['4242', 'stripe', 1],
    ['4444', 'guichet', 1],
    ['4242', 'stripe', 2],
    ['4444', 'guichet', 2],
  ])
})

test('events that never came are found by the sweeper', async () => {
  const clock = movableClock()
  const { desk, billing } = await atelier({ clock }, 'do_not_honor_when_charged')
  await desk.settled()
  desk.sandbox.control.disorderEvents({ seed: 1, lose: 100 })
  const id = await billing.bill()
  await desk.settled()
  expect(await desk.ports.store.invoices.byId(billing.companyId, id)).toBeNull()
  clock.pass(6 * 60_000)
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
})
