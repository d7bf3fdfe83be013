import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { previousAttributes } from '../../src/sandbox/ledger/previous-attributes.ts'
import { confirmInBrowser, newSetup, refusalOf, start } from './start.ts'

async function typesOf(stripe: Stripe): Promise<string[]> {
  return (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse()
}

test('a card that is saved, made default and removed leaves these events', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, intent } = await newSetup(started)
  const { body } = await confirmInBrowser(started, intent, { number: '4242424242424242' })
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: body.payment_method },
  })
  await stripe.paymentMethods.update(body.payment_method, { metadata: { a: '1' } })
  await stripe.paymentMethods.detach(body.payment_method)
  await stripe.customers.del(customer.id)
  expect(await typesOf(stripe)).toEqual([
    'customer.created',
    'setup_intent.created',
    'payment_method.attached',
    'setup_intent.succeeded',
    'customer.updated',
    'payment_method.updated',
    'payment_method.detached',
    'customer.updated',
    'customer.deleted',
  ])
})

test('setups that ask, fail or are cancelled say so', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number: '4000000000000002' })
  await confirmInBrowser(started, intent, { number: '4000002760003184' })
  started.sandbox.flow.settleAuthentication(intent.id, 'failed')
  await started.stripe.setupIntents.cancel(intent.id)
  expect((await typesOf(started.stripe)).filter((type) => type.startsWith('setup_intent.'))).toEqual([
    'setup_intent.created',
    'setup_intent.setup_failed',
    'setup_intent.requires_action',
    'setup_intent.setup_failed',
    'setup_intent.canceled',
  ])
})

test('an event says which request it comes from and what was before', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({ name: 'Before', metadata: { a: '1', b: '1' } })
  const idempotencyKey = 'rename-once'
  const renamed = await stripe.customers.update(
    id,
    { name: 'After', metadata: { a: '', b: '2', c: '3' } },
    { idempotencyKey },
  )
  const [event] = (await stripe.events.list({ type: 'customer.updated' })).data
  expect(event).toMatchObject({
    api_version: '2026-10-28.endive',
    request: { id: renamed.lastResponse.requestId, idempotency_key: idempotencyKey },
    data: {
      object: { id, name: 'After' },
      previous_attributes: { name: 'Before', metadata: { a: '1', b: '1', c: null } },
    },
  })
  expect(event?.id).toMatch(/^evt_1\w+$/)
  expect(await stripe.events.retrieve(event?.id ?? '')).toEqual(event)
  expect(await refusalOf(stripe.events.retrieve('evt_none'))).toMatchObject({ statusCode: 404 })
})

test('a change that changes nothing is no event', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({ name: 'Same' })
  await stripe.customers.update(id, { name: 'Same' })
  expect(await typesOf(stripe)).toEqual(['customer.created'])
})

test('events are listed by type, types and time', async () => {
  let now = 1_900_000_000_000
  const { stripe } = await start({ clock: () => now })
  const customer = await stripe.customers.create()
  now += 60_000
  await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const typesListed = async (filter: Stripe.EventListParams) =>
    (await stripe.events.list(filter)).data.map(({ type }) => type)
  expect(await typesListed({ type: 'customer.*' })).toEqual(['customer.created'])
  expect(await typesListed({ types: ['payment_method.attached', 'customer.deleted'] })).toEqual([
    'payment_method.attached',
  ])
  expect(await typesListed({ created: { gt: 1_900_000_000 } })).toEqual(['payment_method.attached'])
  expect(await typesListed({ created: { lte: 1_900_000_000 } })).toEqual(['customer.created'])
})

test('previous attributes are the old values of what changed', () => {
  expect(
    previousAttributes({ a: 1, b: { c: 1, d: 1 }, e: [1] }, { a: 1, b: { c: 2, d: 1 }, e: [1] }),
  ).toEqual({
    b: { c: 1 },
  })
})
