import { expect, test } from 'vitest'
import { refusalOf, start } from './start.ts'

test('a customer is made, changed, read and listed', async () => {
  const { stripe } = await start()
  const made = await stripe.customers.create({
    name: 'Atelier Lumière',
    email: 'billing@atelier.example',
    address: { line1: '1 rue de la Paix', city: 'Paris', country: 'FR' },
    metadata: { company: '7', plan: 'gold' },
    preferred_locales: ['fr'],
  })
  expect(made.id).toMatch(/^cus_\w{14}$/)
  const changed = await stripe.customers.update(made.id, {
    phone: '+33 1 23 45 67 89',
    description: 'A workshop',
    metadata: { plan: '' },
    address: { postal_code: '75002' },
  })
  expect(changed).toMatchObject({
    phone: '+33 1 23 45 67 89',
    metadata: { company: '7' },
    preferred_locales: ['fr'],
    address: { line1: '1 rue de la Paix', postal_code: '75002' },
  })
  expect(await stripe.customers.retrieve(made.id)).toMatchObject({ id: made.id, description: 'A workshop' })
  expect((await stripe.customers.list({ email: 'billing@atelier.example' })).data).toHaveLength(1)
  expect((await stripe.customers.list({ email: 'nobody@atelier.example' })).data).toHaveLength(0)
})

test('an empty value unsets', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({
    name: 'Atelier',
    email: 'a@b.example',
    address: { city: 'Paris' },
  })
  const changed = await stripe.customers.update(id, { name: '', email: '', address: '', metadata: '' })
  expect(changed).toMatchObject({ name: null, email: null, address: null, metadata: {} })
})

test('only a card of the customer can be its default, and an empty value unsets it', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create()
  const other = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  const theirs = await stripe.paymentMethods.attach('pm_card_visa', { customer: other.id })

  const chosen = await stripe.customers.update(id, { invoice_settings: { default_payment_method: card.id } })
  expect(chosen.invoice_settings.default_payment_method).toBe(card.id)
  const refusal = await refusalOf(
    stripe.customers.update(id, { invoice_settings: { default_payment_method: theirs.id } }),
  )
  expect(refusal).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'invoice_settings[default_payment_method]',
    message: `The customer does not have a payment method with the ID ${theirs.id}. The payment method must be attached to the customer.`,
  })
  const unset = await stripe.customers.update(id, { invoice_settings: { default_payment_method: '' } })
  expect(unset.invoice_settings.default_payment_method).toBeNull()
})

test('a deleted customer says so, and takes its cards along', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  expect(await stripe.customers.del(id)).toEqual({ id, object: 'customer', deleted: true })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true })
  expect((await stripe.paymentMethods.retrieve(card.id)).customer).toBeNull()
  expect((await stripe.customers.list()).data).toHaveLength(0)
  expect(await refusalOf(stripe.customers.update(id, { name: 'x' }))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  expect(await refusalOf(stripe.setupIntents.create({ customer: id }))).toMatchObject({
    statusCode: 400,
    param: 'customer',
  })
})

test('a customer can be made with its card and its tax ids', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    tax_id_data: [{ type: 'eu_vat', value: 'FR12345678901' }],
  })
  expect((await stripe.customers.listPaymentMethods(id)).data).toHaveLength(1)
  expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(1)
})
