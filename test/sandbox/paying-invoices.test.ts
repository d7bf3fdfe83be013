import type Stripe from 'stripe'
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

// Decline codes: https://docs.stripe.com/declines/codes
// Advice codes: https://docs.stripe.com/declines/card#advice-codes
test.each([
  ['fails_when_charged', 'card_declined', 'generic_decline', 'try_again_later'],
  ['insufficient_funds_when_charged', 'card_declined', 'insufficient_funds', 'try_again_later'],
  ['do_not_honor_when_charged', 'card_declined', 'do_not_honor', 'try_again_later'],
  ['issuer_not_available_when_charged', 'card_declined', 'issuer_not_available', 'try_again_later'],
  ['processing_error_when_charged', 'processing_error', undefined, 'try_again_later'],
  ['reenter_when_charged', 'card_declined', 'reenter_transaction', 'try_again_later'],
  ['used_too_often_when_charged', 'card_declined', 'card_velocity_exceeded', 'try_again_later'],
  ['lost_when_charged', 'card_declined', 'lost_card', 'do_not_try_again'],
  ['stolen_when_charged', 'card_declined', 'stolen_card', 'do_not_try_again'],
  ['pickup_when_charged', 'card_declined', 'pickup_card', 'do_not_try_again'],
  ['restricted_when_charged', 'card_declined', 'restricted_card', 'do_not_try_again'],
  ['expired_when_charged', 'expired_card', undefined, 'do_not_try_again'],
  ['invalid_account_when_charged', 'card_declined', 'invalid_account', 'confirm_card_data'],
  ['incorrect_cvc_when_charged', 'incorrect_cvc', undefined, 'confirm_card_data'],
  ['revoked_when_charged', 'card_declined', 'revocation_of_authorization', 'do_not_try_again'],
  ['all_revoked_when_charged', 'card_declined', 'revocation_of_all_authorizations', 'do_not_try_again'],
  ['stopped_when_charged', 'card_declined', 'stop_payment_order', 'do_not_try_again'],
  ['currency_not_supported_when_charged', 'card_declined', 'currency_not_supported', 'do_not_try_again'],
  ['invalid_amount_when_charged', 'card_declined', 'invalid_amount', undefined],
  ['fraudulent_when_charged', 'card_declined', 'fraudulent', 'do_not_try_again'],
  ['blocked_by_radar', 'card_declined', 'fraudulent', undefined],
  ['declines_when_away', 'authentication_required', 'authentication_required', undefined],
  ['unlisted_when_charged', 'card_declined', 'reason_unlisted', undefined],
] as const)('a card that %s: %s, %s, %s', async (behaviour, code, decline_code, advice_code) => {
  const started = await start()
  const { customer } = await billed(started, behaviour)
  const id = await openFor(started, customer)
  const refusal = await refusalOf(started.stripe.invoices.pay(id, { off_session: true }))
  expect(refusal).toMatchObject({ statusCode: 402, type: 'StripeCardError', code })
  expect([refusal.decline_code || undefined, refusal.advice_code]).toEqual([decline_code, advice_code])
  expect(refusal.payment_intent).toMatchObject({ status: 'requires_payment_method' })
  expect(await started.stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    attempted: true,
    attempt_count: 1,
  })
  const [account] = started.sandbox.control.book(id)
  expect(account).toMatchObject({ charges: [], attempts: [{ result: 'declined' }] })
})

test('what Radar blocks never reached a bank', async () => {
  const started = await start()
  const { id: customer } = await started.stripe.customers.create()
  const method = await started.stripe.paymentMethods.attach('pm_card_radarBlock', { customer })
  const id = await openFor(started, customer)
  const refusal = await refusalOf(started.stripe.invoices.pay(id, { payment_method: method.id }))
  expect(await started.stripe.charges.retrieve(refusal.charge ?? '')).toMatchObject({
    outcome: { type: 'blocked', network_status: 'not_sent_to_network', risk_level: 'highest' },
  })
  expect(refusal.raw).not.toHaveProperty('blocked')
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

test('the bank asks for the cardholder, who confirms in their browser', async () => {
  const started = await start()
  const { stripe, sandbox, url } = started
  const { customer, card } = await billed(started, 'asks_always')
  const id = await openFor(started, customer)
  const refusal = await refusalOf(stripe.invoices.pay(id, { off_session: true }))
  expect(refusal).toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'invoice_payment_intent_requires_action',
  })
  const { confirmation_secret } = await stripe.invoices.retrieve(id, { expand: ['confirmation_secret'] })
  const secret = confirmation_secret?.client_secret ?? ''
  const intent = secret.split('_secret_')[0] ?? ''
  const browser = async (path: string, fields: Record<string, string>, method = 'POST') => {
    const form = new URLSearchParams({ key: 'pk_test_x', client_secret: secret, ...fields })
    const [query, body] = method === 'GET' ? [`?${form}`, null] : ['', form]
    const response = await fetch(`${url}/v1/payment_intents/${intent}${path}${query}`, { method, body })
    const answer: Stripe.PaymentIntent = JSON.parse(await response.text())
    return answer
  }
  const seen = await browser('', {}, 'GET')
  expect(seen).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } })
  expect(seen).not.toHaveProperty('customer')
  const asked = await browser('/confirm', { payment_method: card, use_stripe_sdk: 'true' })
  expect(asked.next_action?.use_stripe_sdk).toMatchObject({ stripe_js: `${url}/sandbox/3ds/${intent}` })
  expect(sandbox.control.authenticatePayment(intent, 'failed')).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
  await browser('/confirm', { payment_method: card, return_url: 'http://localhost:3000/back' })
  expect(sandbox.control.authenticatePayment(intent, 'passed')?.status).toBe('succeeded')
  expect(sandbox.control.authenticatePayment(intent, 'passed')).toBeUndefined()
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
  expect(await typesOfEvents(started)).toEqual(
    expect.arrayContaining(['payment_intent.requires_action', 'invoice.payment_action_required']),
  )
})

test('a publishable key needs the client secret', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  const [payment] = (await started.stripe.invoicePayments.list({ invoice: id })).data
  const path = `${started.url}/v1/payment_intents/${payment?.payment.payment_intent}`
  expect((await fetch(`${path}?key=pk_test_x`)).status).toBe(400)
  expect((await fetch(`${path}?key=pk_test_x&client_secret=wrong`)).status).toBe(400)
})

test.each([
  ['succeed', 'paid', 1],
  ['fail', 'open', 0],
] as const)('a slow bank: the payment is processing, then it %ss', async (outcome, status, charges) => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const id = await openFor(started, customer)
  sandbox.control.orderPaymentProcessing({ times: 1, outcome })
  expect(await stripe.invoices.pay(id)).toMatchObject({ status: 'open', attempted: true })
  const other = await refusalOf(stripe.invoices.pay(id, { payment_method: card }))
  expect(other).toMatchObject({ code: 'payment_intent_unexpected_state' })
  expect((await refusalOf(stripe.invoices.voidInvoice(id))).statusCode).toBe(400)
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  sandbox.control.settlePayment(String(payment?.payment.payment_intent))
  expect((await stripe.invoices.retrieve(id)).status).toBe(status)
  expect(sandbox.control.book(id)[0]?.charges).toHaveLength(charges)
})

test('a slow bank may answer by itself', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  started.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed', afterMs: 5 })
  await started.stripe.invoices.pay(id)
  await expect.poll(async () => (await started.stripe.invoices.retrieve(id)).status).toBe('paid')
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

test('a card that was removed while the bank asked is not charged when the answer comes', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'asks_always')
  const id = await openFor(started, customer)
  await refusalOf(stripe.invoices.pay(id))
  const intent = sandbox.control.book(id)[0]?.attempts[0]?.paymentIntent ?? ''
  await stripe.paymentMethods.detach(card)
  expect(sandbox.control.authenticatePayment(intent, 'passed')?.status).toBe('requires_payment_method')
  expect(sandbox.control.book(id)[0]?.charges).toEqual([])
})
