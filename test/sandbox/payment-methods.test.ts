import { expect, test } from 'vitest'
import { refusalOf, start } from './start.ts'

const visa = { number: '4242424242424242', exp_month: 12, exp_year: 2040, cvc: '123' }

test('a card is made, attached, listed, read and changed', async () => {
  const { stripe } = await start()
  const customer = await stripe.customers.create()
  const made = await stripe.paymentMethods.create({
    type: 'card',
    card: visa,
    billing_details: { name: 'Alice', address: { postal_code: '75002' } },
    metadata: { order: '1' },
  })
  expect(made).toMatchObject({ customer: null, card: { last4: '4242', checks: { cvc_check: 'unchecked' } } })

  const attached = await stripe.paymentMethods.attach(made.id, { customer: customer.id })
  expect(attached.card?.checks).toEqual({
    address_line1_check: null,
    address_postal_code_check: 'pass',
    cvc_check: 'pass',
  })
  const changed = await stripe.paymentMethods.update(made.id, {
    card: { exp_month: 1, exp_year: 2041 },
    billing_details: { name: 'Alice Lumière' },
    metadata: { order: '2' },
  })
  expect(changed).toMatchObject({
    card: { exp_month: 1, exp_year: 2041 },
    billing_details: { name: 'Alice Lumière', address: { postal_code: '75002' } },
    metadata: { order: '2' },
  })
  const list = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' })
  expect(list.data.map(({ id }) => id)).toEqual([made.id])
  expect(await stripe.customers.retrievePaymentMethod(customer.id, made.id)).toMatchObject({ id: made.id })
})

test.each([
  ['pm_card_visa', 'visa', '4242'],
  ['pm_card_mastercard', 'mastercard', '4444'],
  ['pm_card_amex', 'amex', '0005'],
  ['pm_card_chargeCustomerFail', 'visa', '0341'],
])('%s is a new card each time', async (token, brand, last4) => {
  const { stripe } = await start()
  const customer = await stripe.customers.create()
  const one = await stripe.paymentMethods.attach(token, { customer: customer.id })
  const two = await stripe.paymentMethods.attach(token, { customer: customer.id })
  expect(one.id).not.toBe(two.id)
  expect(one.card).toMatchObject({ brand, last4, fingerprint: two.card?.fingerprint })
})

test('a card that the bank declines cannot be attached', async () => {
  const { stripe } = await start()
  const customer = await stripe.customers.create()
  const refusal = await refusalOf(
    stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id }),
  )
  expect(refusal).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
    raw: { advice_code: 'try_again_later', network_decline_code: '01' },
  })
  expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(0)
})

test('a detached card is no default any more and cannot be used again', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: card.id } })

  expect((await stripe.paymentMethods.detach(card.id)).customer).toBeNull()
  const customer = await stripe.customers.retrieve(id)
  expect(customer).toMatchObject({ invoice_settings: { default_payment_method: null } })
  expect(await refusalOf(stripe.paymentMethods.detach(card.id))).toMatchObject({ statusCode: 400 })
  const refusal = await refusalOf(stripe.paymentMethods.attach(card.id, { customer: id }))
  expect(refusal.message).toContain('It may not be used again.')
  expect(
    await refusalOf(stripe.setupIntents.create({ customer: id, payment_method: card.id })),
  ).toMatchObject({
    statusCode: 400,
  })
})

test('a card is attached once', async () => {
  const { stripe } = await start()
  const alice = await stripe.customers.create()
  const charlie = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: alice.id })
  expect(await refusalOf(stripe.paymentMethods.attach(card.id, { customer: charlie.id }))).toMatchObject({
    statusCode: 400,
    code: 'payment_method_unexpected_state',
  })
  expect(await refusalOf(stripe.paymentMethods.attach(card.id, { customer: alice.id }))).toMatchObject({
    message: 'The payment method you provided has already been attached to a customer.',
  })
  expect(await refusalOf(stripe.customers.retrievePaymentMethod(charlie.id, card.id))).toMatchObject({
    statusCode: 404,
  })
})

test('the same number has the same fingerprint, and another number another', async () => {
  const { stripe } = await start()
  const one = await stripe.paymentMethods.create({ type: 'card', card: visa })
  const two = await stripe.paymentMethods.create({ type: 'card', card: { ...visa, exp_year: 2039 } })
  const three = await stripe.paymentMethods.create({
    type: 'card',
    card: { ...visa, number: '5555555555554444' },
  })
  expect(one.card?.fingerprint).toMatch(/^\w{16}$/)
  expect(two.card?.fingerprint).toBe(one.card?.fingerprint)
  expect(three.card?.fingerprint).not.toBe(one.card?.fingerprint)
})

test('an unattached card cannot be changed', async () => {
  const { stripe } = await start()
  const card = await stripe.paymentMethods.create({ type: 'card', card: visa })
  expect(await refusalOf(stripe.paymentMethods.update(card.id, { card: { exp_month: 2 } }))).toMatchObject({
    message: 'You must save this PaymentMethod to a customer before you can update it.',
  })
})

test('the network of a co-branded card can be preferred', async () => {
  const { stripe } = await start()
  const customer = await stripe.customers.create()
  const made = await stripe.paymentMethods.create({
    type: 'card',
    card: { ...visa, number: '4000002500001001', networks: { preferred: 'cartes_bancaires' } },
  })
  expect(made.card).toMatchObject({
    brand: 'visa',
    country: 'FR',
    display_brand: 'cartes_bancaires',
    networks: { available: ['cartes_bancaires', 'visa'], preferred: 'cartes_bancaires' },
  })
  await stripe.paymentMethods.attach(made.id, { customer: customer.id })
  const changed = await stripe.paymentMethods.update(made.id, { card: { networks: { preferred: 'visa' } } })
  expect(changed.card).toMatchObject({ display_brand: 'visa', networks: { preferred: 'visa' } })
})
