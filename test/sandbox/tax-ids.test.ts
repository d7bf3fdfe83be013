import { expect, test } from 'vitest'
import { isTaxIdOf } from '../../src/sandbox/customers/tax-id-types.ts'
import { refusalOf, start } from './start.ts'

test('a tax id is made, read, listed and deleted', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create()
  const made = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' })
  expect(made).toMatchObject({
    object: 'tax_id',
    country: 'DE',
    customer: id,
    owner: { type: 'customer', customer: id },
    verification: { status: 'pending' },
  })
  expect(await stripe.customers.retrieveTaxId(id, made.id)).toMatchObject({ value: 'DE123456789' })
  expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(1)
  expect(await stripe.customers.deleteTaxId(id, made.id)).toEqual({
    id: made.id,
    object: 'tax_id',
    deleted: true,
  })
  expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(0)
  expect(await refusalOf(stripe.customers.retrieveTaxId(id, made.id))).toMatchObject({ statusCode: 404 })
  const events = await stripe.events.list({ type: 'customer.tax_id.*' })
  expect(events.data.map(({ type }) => type)).toEqual(['customer.tax_id.deleted', 'customer.tax_id.created'])
})

test.each([
  ['eu_vat', 'FR12345678901', true],
  ['eu_vat', 'FR 12 345678901', true],
  ['eu_vat', 'FR123', false],
  ['eu_vat', 'US123456789', false],
  ['gb_vat', 'GB123456789', true],
  ['gb_vat', '123456789', false],
  ['ch_vat', 'CHE-123.456.789 MWST', true],
  ['us_ein', '12-3456789', true],
  ['us_ein', '12', false],
])('%s %s is well written: %s', (type, value, expected) => {
  expect(isTaxIdOf(type, value)).toBe(expected)
})

test('a tax id that is written wrongly is refused', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create()
  const refusal = await refusalOf(stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE12' }))
  expect(refusal).toMatchObject({ statusCode: 400, code: 'tax_id_invalid', param: 'value' })
  const unknown = await refusalOf(stripe.customers.createTaxId(id, { type: 'moon_vat', value: '1' }))
  expect(unknown).toMatchObject({ statusCode: 400, param: 'type' })
})
