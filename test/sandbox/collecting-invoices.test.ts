import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCard, billed, draftFor, typesOfEvents } from './billed.ts'
import { refusalOf, start } from './start.ts'
import { temporaryFolder } from './temporary-folder.ts'

const day = 86_400
const advancing = { auto_advance: true }

test('an invoice that advances is charged to the default card when it is finalized', async () => {
  const started = await start()
  const { customer, card } = await billed(started)
  const draft = await draftFor(started, customer)
  const paid = await started.stripe.invoices.finalizeInvoice(draft, advancing)
  expect(paid).toMatchObject({ status: 'paid', attempt_count: 1 })
  const [account] = started.sandbox.control.book(draft)
  expect(account?.charges).toMatchObject([{ paymentMethod: card }])
})

test('a decline does not undo the finalization, and Stripe plans to try again', async () => {
  const started = await start()
  const { customer } = await billed(started, 'insufficient_funds_when_charged')
  const id = await draftFor(started, customer, advancing)
  const open = await started.stripe.invoices.finalizeInvoice(id)
  expect(open).toMatchObject({ status: 'open', attempted: true, attempt_count: 1 })
  expect(open.next_payment_attempt).toBe((open.status_transitions.finalized_at ?? 0) + 3 * day)
  const types = await typesOfEvents(started)
  expect(types.filter((type) => /payment_failed|charge.failed/.test(type))).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'invoice.payment_failed',
  ])
})

test('the clock is moved: retries after 3, 5 and 7 days, then none', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'fails_when_charged')
  const id = await draftFor(started, customer, advancing)
  sandbox.control.moveClock(3700)
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', attempt_count: 1 })
  sandbox.control.moveClock(60 * day)
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ attempt_count: 4, next_payment_attempt: null })
  const attempts = sandbox.control.book(id)[0]?.attempts ?? []
  const [first] = attempts
  expect(attempts.map(({ at }) => (at - (first?.at ?? 0)) / day)).toEqual([0, 3, 8, 15])
  expect(attempts.every(({ idempotencyKey }) => idempotencyKey === null)).toBe(true)
  sandbox.control.changeBehaviour(card, 'succeeds')
  expect((await stripe.invoices.pay(id)).status).toBe('paid')
})

test('an attempt that was asked for does not move the schedule', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer } = await billed(started, 'fails_when_charged')
  const open = await stripe.invoices.finalizeInvoice(await draftFor(started, customer, advancing))
  sandbox.control.moveClock(day)
  await stripe.invoices.pay(open.id).catch(() => {})
  expect(await stripe.invoices.retrieve(open.id)).toMatchObject({
    attempt_count: 1,
    next_payment_attempt: open.next_payment_attempt,
  })
})

test('a card that is lost is not tried again, another one is', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer } = await billed(started, 'lost_when_charged')
  const { id } = await stripe.invoices.finalizeInvoice(await draftFor(started, customer, advancing))
  sandbox.control.moveClock(3 * day)
  expect((await stripe.invoices.retrieve(id)).attempt_count).toBe(2)
  expect(sandbox.control.book(id)[0]?.attempts).toHaveLength(1)
  const default_payment_method = await addCard(started, customer)
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method } })
  sandbox.control.moveClock(5 * day)
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
})

test('a test clock counts for its customers only', async () => {
  const started = await start()
  const { stripe } = started
  const begun = Date.UTC(2030, 0, 31) / 1000
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: begun, name: 'winter' })
  const frozen = await billed(started, 'succeeds', { test_clock: clock.id })
  const other = await billed(started)
  const mine = await draftFor(started, frozen.customer, advancing)
  const theirs = await draftFor(started, other.customer, advancing)
  expect((await stripe.invoices.retrieve(mine)).created).toBe(begun)
  const advanced = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: begun + day })
  expect(advanced).toMatchObject({ status: 'ready', frozen_time: begun + day })
  expect(await stripe.invoices.retrieve(mine)).toMatchObject({
    status: 'paid',
    status_transitions: { paid_at: begun + 3600 },
  })
  expect((await stripe.invoices.retrieve(theirs)).status).toBe('draft')
})

test('an invoice that was sent becomes overdue, once', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const sent = { collection_method: 'send_invoice' as const, days_until_due: 30 }
  await started.stripe.invoices.finalizeInvoice(await draftFor(started, customer, sent))
  started.sandbox.control.moveClock(90 * day)
  const types = await typesOfEvents(started)
  expect(types.filter((type) => type === 'invoice.overdue')).toHaveLength(1)
})

test('the sandbox follows the clock that it was given', async () => {
  let now = Date.UTC(2030, 0, 1)
  const started = await start({ clock: () => now })
  const { customer } = await billed(started)
  const id = await draftFor(started, customer, advancing)
  now += 3_700_000
  started.sandbox.control.tick()
  expect((await started.stripe.invoices.retrieve(id)).status).toBe('paid')
})

test('nothing falls due for a customer that was deleted', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'fails_when_charged')
  const open = await stripe.invoices.finalizeInvoice(await draftFor(started, customer, advancing))
  const draft = await draftFor(started, customer, advancing)
  sandbox.control.changeBehaviour(card, 'succeeds')
  const price_data = {
    currency: 'eur',
    product: 'prod_studio',
    recurring: { interval: 'month' as const },
    unit_amount: 2900,
  }
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price_data }] })
  await stripe.customers.del(customer)
  sandbox.control.moveClock(60 * day)
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled')
  expect(sandbox.control.book(draft)).toEqual([])
  expect(sandbox.control.book(open.id)[0]?.charges).toEqual([])
})

test('what was planned and what was under way goes on after a restart', async () => {
  const data = join(temporaryFolder(), 'ledger.db')
  const first = await start({ data })
  const { customer, card } = await billed(first, 'fails_when_charged')
  const { id } = await first.stripe.invoices.finalizeInvoice(await draftFor(first, customer, advancing))
  const slow = await draftFor(first, customer)
  first.sandbox.control.changeBehaviour(card, 'succeeds')
  first.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed', afterMs: 50 })
  await first.stripe.invoices.pay(slow)
  first.sandbox.control.moveClock(day)
  await first.close()

  const second = await start({ data })
  await expect.poll(async () => (await second.stripe.invoices.retrieve(slow)).status).toBe('paid')
  second.sandbox.control.moveClock(2 * day)
  expect((await second.stripe.invoices.retrieve(id)).status).toBe('paid')
})

test('Stripe’s own retries are called off, and taken up again', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'fails_when_charged')
  const { id } = await stripe.invoices.finalizeInvoice(await draftFor(started, customer, advancing))
  const called = await stripe.invoices.update(id, { auto_advance: false })
  expect(called.next_payment_attempt).toBeNull()
  sandbox.control.moveClock(30 * day)
  expect(sandbox.control.book(id)[0]?.attempts).toHaveLength(1)
  sandbox.control.changeBehaviour(card, 'succeeds')
  await stripe.invoices.update(id, { auto_advance: true })
  sandbox.control.moveClock(day)
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
})

test('with its holder there, a card that declines in their absence asks for them instead', async () => {
  const started = await start()
  const { customer } = await billed(started, 'declines_when_away')
  const id = await draftFor(started, customer)
  const away = await refusalOf(started.stripe.invoices.pay(id))
  expect(away.code).toBe('authentication_required')
  const there = await refusalOf(started.stripe.invoices.pay(id, { off_session: false }))
  expect(there.code).toBe('invoice_payment_intent_requires_action')
})
