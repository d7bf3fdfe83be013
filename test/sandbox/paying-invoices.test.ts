import { expect, test } from 'vitest'
import { addCard, billed, draftFor, openFor, typesOfEvents } from './billed.ts'
import { refusalOf, start } from './start.ts'

test('a draft is finalized and paid in one call', async () => {
  const started = await start()
  const { customer, card } = await billed(started)
  const id = await draftFor(started, customer)
  const paid = await started.stripe.invoices.pay(id, { off_session: true, expand: ['payments'] })
  expect(paid).toMatchObject({
    status: 'paid',
    attempted: true,
    attempt_count: 1,
    amount_paid: 4900,
    amount_remaining: 0,
    payments: { data: [{ status: 'paid', amount_paid: 4900 }] },
  })
  const types = await typesOfEvents(started)
  expect(types.slice(types.indexOf('invoice.finalized'))).toEqual([
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
  const intent = String(paid.payments?.data[0]?.payment.payment_intent)
  const by = { payment: { type: 'payment_intent' as const, payment_intent: intent } }
  const [payment] = (await started.stripe.invoicePayments.list(by)).data
  expect(await started.stripe.invoicePayments.retrieve(payment?.id ?? '')).toMatchObject({ invoice: id })
  expect(started.sandbox.control.book(id)[0]?.charges).toMatchObject([
    { amount: 4900, currency: 'eur', customer, paymentMethod: card },
  ])
})

test('after a decline another card pays, and each attempt keeps the key it came under', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'fails_when_charged')
  const backup = await addCard(started, customer)
  const id = await openFor(started, customer)
  await refusalOf(stripe.invoices.pay(id, { payment_method: card }, { idempotencyKey: 'one' }))
  const pay = { payment_method: backup, off_session: true }
  await stripe.invoices.pay(id, pay, { idempotencyKey: 'two' })
  expect((await stripe.invoices.pay(id, pay, { idempotencyKey: 'two' })).status).toBe('paid')
  const [account] = sandbox.control.book(id)
  expect(account?.attempts).toMatchObject([
    { paymentMethod: card, idempotencyKey: 'one', result: 'declined', code: 'generic_decline' },
    { paymentMethod: backup, idempotencyKey: 'two', result: 'succeeded', code: null },
  ])
  expect(account?.charges).toHaveLength(1)
})

test('however many pay at once, by whatever way, one charge takes the money', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const id = await openFor(started, customer)
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  const intent = String(payment?.payment.payment_intent)
  const outcomes = await Promise.allSettled<{ status: unknown }>([
    ...Array.from({ length: 10 }, () => stripe.invoices.pay(id, { payment_method: card })),
    ...Array.from({ length: 10 }, () => stripe.paymentIntents.confirm(intent, { payment_method: card })),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(sandbox.control.book(id)[0]?.charges).toHaveLength(1)
})

test('without a card there is nothing to charge', async () => {
  const started = await start()
  const { customer } = await billed(started, null)
  const refusal = await refusalOf(started.stripe.invoices.pay(await openFor(started, customer)))
  expect(refusal).toMatchObject({ statusCode: 400, code: 'resource_missing' })
})

test('the card of another customer, or one taken off its customer, is not charged', async () => {
  const started = await start()
  const { stripe } = started
  const [one, two] = [await billed(started), await billed(started)]
  const id = await openFor(started, one.customer)
  const foreign = await refusalOf(stripe.invoices.pay(id, { payment_method: two.card }))
  expect(foreign).toMatchObject({ statusCode: 400, param: 'payment_method' })
  await stripe.paymentMethods.detach(one.card)
  const removed = await refusalOf(stripe.invoices.pay(id, { payment_method: one.card }))
  expect(removed.message).toContain('It may not be used again.')
  expect(started.sandbox.control.book(id)[0]?.attempts).toEqual([])
})

test('a payment that was confirmed too often is canceled', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer } = await billed(started, 'fails_when_charged')
  const id = await openFor(started, customer)
  sandbox.control.changeConfirmationLimit(2)
  const codes = []
  for (const _ of [1, 2, 3, 4]) codes.push((await refusalOf(stripe.invoices.pay(id))).code)
  const over = 'payment_intent_unexpected_state'
  expect(codes).toEqual(['card_declined', 'card_declined', over, over])
  const [attempt] = sandbox.control.book(id)[0]?.attempts ?? []
  expect((await stripe.paymentIntents.retrieve(attempt?.paymentIntent ?? '')).status).toBe('canceled')
})
