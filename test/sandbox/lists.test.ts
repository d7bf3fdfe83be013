import { expect, test } from 'vitest'
import { refusalOf, start } from './start.ts'

async function fiveCustomers() {
  const { stripe } = await start()
  const names = ['one', 'two', 'three', 'four', 'five']
  const ids: string[] = []
  for (const name of names) ids.unshift((await stripe.customers.create({ name })).id)
  return { stripe, ids }
}

test('lists are newest first and come in pages', async () => {
  const { stripe, ids } = await fiveCustomers()
  const first = await stripe.customers.list({ limit: 2 })
  expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' })
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  const rest = await stripe.customers.list({ limit: 3, starting_after: ids[1] ?? '' })
  expect([rest.data.map(({ id }) => id), rest.has_more]).toEqual([ids.slice(2), false])
  const before = await stripe.customers.list({ limit: 2, ending_before: ids[3] ?? '' })
  expect([before.data.map(({ id }) => id), before.has_more]).toEqual([ids.slice(1, 3), true])
})

test('the SDK walks through all pages', async () => {
  const { stripe, ids } = await fiveCustomers()
  const walked: string[] = []
  for await (const { id } of stripe.customers.list({ limit: 2 })) walked.push(id)
  expect(walked).toEqual(ids)
})

test('a page after nothing is refused', async () => {
  const { stripe } = await fiveCustomers()
  expect(await refusalOf(stripe.customers.list({ starting_after: 'cus_x' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'starting_after',
  })
})

test('ids are expanded on objects and in lists', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({ tax_id_data: [{ type: 'us_ein', value: '12-3456789' }] })
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id, expand: ['customer'] })
  expect(card.customer).toMatchObject({ object: 'customer', id })
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: card.id } })

  const customer = await stripe.customers.retrieve(id, {
    expand: ['invoice_settings.default_payment_method.customer', 'tax_ids', 'tax'],
  })
  expect(customer).toMatchObject({
    invoice_settings: { default_payment_method: { id: card.id, customer: { id } } },
    tax_ids: { object: 'list', data: [{ type: 'us_ein' }] },
    tax: { automatic_tax: 'unrecognized_location' },
  })
  const list = await stripe.customers.list({ expand: ['data.invoice_settings.default_payment_method'] })
  expect(list.data[0]?.invoice_settings.default_payment_method).toMatchObject({ id: card.id })
  expect(await stripe.customers.retrieve(id)).not.toHaveProperty('tax_ids')
})

test('what cannot be expanded is refused, and nothing is done', async () => {
  const { stripe } = await start()
  expect(await refusalOf(stripe.customers.create({ expand: ['name'] }))).toMatchObject({
    statusCode: 400,
    message: 'This property cannot be expanded (name).',
  })
  expect((await stripe.customers.list()).data).toHaveLength(0)
  await stripe.customers.create()
  const refusal = await refusalOf(stripe.customers.list({ expand: ['default_source'] }))
  expect(refusal.message).toBe(
    "This property cannot be expanded (default_source). You may want to try expanding 'data.default_source' instead.",
  )
})
