import { expect, test } from 'vitest'
import { confirmInBrowser, newSetup, refusalOf, type Started, start } from './start.ts'

async function savedCard(started: Started, number: string) {
  const { customer, intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number })
  started.sandbox.flow.settleAuthentication(intent.id, 'passed')
  const [method] = (await started.stripe.paymentMethods.list({ customer: customer.id })).data
  return { customer: customer.id, payment_method: method?.id ?? '' }
}

const payment = { amount: 4200, currency: 'eur', confirm: true, off_session: true }

test('a good card is charged while its holder is away', async () => {
  const started = await start()
  const card = await savedCard(started, '4242424242424242')
  const paid = await started.stripe.paymentIntents.create({ ...payment, ...card, description: 'March' })
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 4200, last_payment_error: null })
  const charge = await started.stripe.charges.retrieve(String(paid.latest_charge), {
    expand: ['payment_intent.customer'],
  })
  expect(charge).toMatchObject({
    paid: true,
    status: 'succeeded',
    description: 'March',
    payment_intent: { id: paid.id, customer: { id: card.customer } },
    payment_method_details: { card: { last4: '4242' } },
  })
  const charges = await started.stripe.charges.list({ customer: card.customer })
  expect(charges.data.map(({ id }) => id)).toEqual([charge.id])
})

test.each([
  ['4000000000000341', 'card_declined', 'generic_decline'],
  ['4000008260003178', 'card_declined', 'insufficient_funds'],
  ['4000002760003184', 'authentication_required', 'authentication_required'],
])('%s was saved, yet is declined when charged: %s, %s', async (number, code, decline_code) => {
  const started = await start()
  const card = await savedCard(started, number)
  const refusal = await refusalOf(started.stripe.paymentIntents.create({ ...payment, ...card }))
  expect(refusal).toMatchObject({
    statusCode: 402,
    code,
    decline_code,
    payment_intent: { status: 'requires_payment_method', last_payment_error: { code } },
    payment_method: { id: card.payment_method },
  })
  const charge = await started.stripe.charges.retrieve(refusal.charge ?? '')
  expect(charge).toMatchObject({ paid: false, status: 'failed', failure_code: code })
  expect((await started.stripe.paymentIntents.list({ customer: card.customer })).data).toHaveLength(1)
})

test('a card that was authenticated when it was saved may be charged while its holder is away', async () => {
  const started = await start()
  const card = await savedCard(started, '4000002500003155')
  expect((await started.stripe.paymentIntents.create({ ...payment, ...card })).status).toBe('succeeded')
})

test('a card that was only attached still wants its holder', async () => {
  const { stripe } = await start()
  const { id: customer } = await stripe.customers.create()
  const method = await stripe.paymentMethods.attach('pm_card_authenticationRequiredOnSetup', { customer })
  const parameters = { ...payment, customer, payment_method: method.id }
  expect(await refusalOf(stripe.paymentIntents.create(parameters))).toMatchObject({
    code: 'authentication_required',
  })
  const present = await stripe.paymentIntents.create({ ...parameters, off_session: false })
  expect(present).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } })
})

test('a payment may be confirmed later, and once', async () => {
  const started = await start()
  const card = await savedCard(started, '4242424242424242')
  const open = await started.stripe.paymentIntents.create({ amount: 100, currency: 'eur', ...card })
  expect(open.status).toBe('requires_confirmation')
  const paid = await started.stripe.paymentIntents.confirm(open.id, { off_session: true })
  expect(paid.status).toBe('succeeded')
  expect(await refusalOf(started.stripe.paymentIntents.confirm(open.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
  expect(await started.stripe.paymentIntents.retrieve(open.id)).toMatchObject({ status: 'succeeded' })
})

test('a card of another customer is not charged', async () => {
  const started = await start()
  const card = await savedCard(started, '4242424242424242')
  const other = await started.stripe.customers.create()
  const refusal = await refusalOf(
    started.stripe.paymentIntents.create({ ...payment, ...card, customer: other.id }),
  )
  expect(refusal).toMatchObject({ statusCode: 400, param: 'payment_method' })
})

test('a card that is on no customer is good for one payment', async () => {
  const { stripe } = await start()
  const card = { number: '4242424242424242', exp_month: 1, exp_year: 2040 }
  const { id } = await stripe.paymentMethods.create({ type: 'card', card })
  await stripe.paymentIntents.create({ ...payment, payment_method: id })
  const again = await refusalOf(stripe.paymentIntents.create({ ...payment, payment_method: id }))
  expect(again.message).toContain('It may not be used again.')
})

test('nothing cannot be charged', async () => {
  const { stripe } = await start()
  const refusal = await refusalOf(stripe.paymentIntents.create({ amount: 0, currency: 'eur' }))
  expect(refusal).toMatchObject({ statusCode: 400, code: 'parameter_invalid_integer', param: 'amount' })
})
