import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { confirmInBrowser, jsonOf, newSetup, type Refused, refusalOf, start } from './start.ts'

const returnUrl = 'http://localhost:3000/return?company=7'

test('a browser saves a card with the publishable key and the client secret', async () => {
  const started = await start()
  const { customer, intent } = await newSetup(started)
  expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' })
  const { status, body } = await confirmInBrowser(started, intent, { number: '4242 4242 4242 4242' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: intent.id, status: 'succeeded', next_action: null })
  expect(body).not.toHaveProperty('customer')
  expect(body).not.toHaveProperty('metadata')

  const saved = await started.stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
  expect(saved).toMatchObject({
    status: 'succeeded',
    payment_method: { customer: customer.id, card: { last4: '4242', checks: { cvc_check: 'pass' } } },
  })
  expect(saved.latest_attempt).toMatch(/^setatt_/)
})

test('without the client secret a browser sees and does nothing', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  const address = `${started.url}/v1/setup_intents/${intent.id}`
  const headers = { Authorization: 'Bearer pk_test_x' }
  const missing = await fetch(address, { headers })
  expect([missing.status, (await jsonOf<Refused>(missing)).error.param]).toEqual([400, 'client_secret'])
  const wrong = await fetch(`${address}?client_secret=${intent.id}_secret_guess`, { headers })
  expect([wrong.status, (await jsonOf<Refused>(wrong)).error.code]).toEqual([
    400,
    'setup_intent_invalid_parameter',
  ])
  const right = await fetch(`${address}?client_secret=${intent.client_secret}`, { headers })
  expect((await jsonOf<Stripe.SetupIntent>(right)).status).toBe('requires_payment_method')
})

test('a setup that succeeded cannot be confirmed again', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number: '4242424242424242' })
  const { status, body } = await confirmInBrowser(started, intent, { number: '4242424242424242' })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'setup_intent_unexpected_state',
    message: 'You cannot confirm this SetupIntent because it has already succeeded.',
    setup_intent: { status: 'succeeded' },
  })
})

test('a declined card leaves its reason, and another card may follow', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  const { status, body } = await confirmInBrowser(started, intent, { number: '4000000000009995' })
  expect(status).toBe(402)
  expect(body.error).toMatchObject({
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    payment_method: { object: 'payment_method', customer: null },
    setup_intent: { id: intent.id, status: 'requires_payment_method' },
  })
  const failed = await started.stripe.setupIntents.retrieve(intent.id)
  expect(failed).toMatchObject({
    payment_method: null,
    last_setup_error: { decline_code: 'insufficient_funds', payment_method: { card: { last4: '9995' } } },
  })
  const second = await confirmInBrowser(started, intent, { number: '5555555555554444' })
  expect(second.body).toMatchObject({ status: 'succeeded', last_setup_error: null })
})

test('a server confirms with a saved token, and is told when the return address is missing', async () => {
  const { stripe } = await start()
  const { id: customer } = await stripe.customers.create()
  const confirmed = await stripe.setupIntents.create({
    customer,
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  expect(confirmed).toMatchObject({
    status: 'succeeded',
    automatic_payment_methods: { allow_redirects: 'never', enabled: true },
  })
  const open = await stripe.setupIntents.create({ customer, payment_method: 'pm_card_visa' })
  expect(open.status).toBe('requires_confirmation')
  expect((await refusalOf(stripe.setupIntents.confirm(open.id))).message).toContain('`return_url`')
  const cardsOnly = await stripe.setupIntents.create({ customer, allowed_payment_method_types: ['card'] })
  expect(cardsOnly.allowed_payment_method_types).toEqual(['card'])
  expect(await refusalOf(stripe.setupIntents.confirm(cardsOnly.id))).toMatchObject({
    statusCode: 400,
    code: 'setup_intent_unexpected_state',
  })
})

test('setups are changed, cancelled and listed', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, intent } = await newSetup(started)
  const changed = await stripe.setupIntents.update(intent.id, { metadata: { consent: 'v1' } })
  expect(changed.metadata).toEqual({ consent: 'v1' })
  const canceled = await stripe.setupIntents.cancel(intent.id, { cancellation_reason: 'abandoned' })
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
  expect(await refusalOf(stripe.setupIntents.cancel(intent.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
  })
  const other = await newSetup(started)
  const confirmed = await confirmInBrowser(started, other.intent, { number: '4242424242424242' })
  const mine = await stripe.setupIntents.list({ customer: customer.id })
  expect(mine.data.map(({ id }) => id)).toEqual([intent.id])
  const byCard = await stripe.setupIntents.list({ payment_method: confirmed.body.payment_method })
  expect(byCard.data.map(({ id }) => id)).toEqual([other.intent.id])
  expect((await stripe.setupIntents.list({ created: { lt: 1000 } })).data).toEqual([])
})

test('the hosted page confirms in the process, and is told of a refusal', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  const card = { number: '4242424242424241', expMonth: '12', expYear: '40', cvc: '123' }
  expect(started.sandbox.flow.confirmSetupIntent(intent.id, { card })).toMatchObject({
    outcome: 'refused',
    error: { code: 'incorrect_number', param: 'number' },
  })
  const asked = started.sandbox.flow.confirmSetupIntent(intent.id, {
    card: { ...card, number: '4000002500003155' },
    billing: { name: 'Alice', postalCode: '75002', country: 'FR' },
    returnUrl,
  })
  expect(asked).toMatchObject({
    outcome: 'accepted',
    setupIntent: { status: 'requires_action', next_action: { type: 'redirect_to_url' } },
  })
  const bySecret = started.sandbox.flow.setupIntentByClientSecret(intent.client_secret ?? '')
  expect(bySecret?.id).toBe(intent.id)
})
