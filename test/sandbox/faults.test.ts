import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { refusalOf, start } from './start.ts'

const idempotencyKey = 'pay-once'

test.each([
  ['500-before', 500],
  ['502', 502],
  ['409', 409],
  ['429', 429],
] as const)('%s: nothing has happened, and the same key may try again', async (kind, status) => {
  const { stripe, sandbox } = await start()
  sandbox.faults.order({ kind, method: 'POST', path: '/v1/customers', times: 1 })
  const refusal = await refusalOf(stripe.customers.create({}, { idempotencyKey }))
  expect([refusal.statusCode ?? 502, sandbox.log.entries[0]?.fault]).toEqual([status, kind])
  expect((await stripe.customers.list()).data).toHaveLength(0)
  await stripe.customers.create({}, { idempotencyKey })
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test.each([
  ['500-within', 0],
  ['500-after', 1],
] as const)('%s: the key is used up with a 500, and %i customers were made', async (kind, made) => {
  const { stripe, sandbox } = await start()
  sandbox.faults.order({ kind, times: 1 })
  await refusalOf(stripe.customers.create({}, { idempotencyKey }))
  const again = await refusalOf(stripe.customers.create({}, { idempotencyKey }))
  expect(again).toMatchObject({
    statusCode: 500,
    headers: { 'idempotent-replayed': 'true', 'stripe-should-retry': 'false' },
  })
  expect((await stripe.customers.list()).data).toHaveLength(made)
})

test.each(['reset-after', 'truncate'] as const)(
  '%s: it happened, and the key brings the answer',
  async (kind) => {
    const { stripe, sandbox, url } = await start()
    sandbox.faults.order({ kind, times: 1 })
    const headers = { Authorization: 'Bearer sk_test_x', 'Idempotency-Key': idempotencyKey }
    const cut = fetch(`${url}/v1/customers`, { method: 'POST', headers }).then((response) => response.text())
    await expect(cut).rejects.toThrow()
    const kept = await stripe.customers.create({}, { idempotencyKey })
    expect(kept.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect((await stripe.customers.list()).data).toHaveLength(1)
  },
)

test('reset-before: nothing happened; the SDK tries once more by itself', async () => {
  const { stripe, sandbox } = await start()
  sandbox.faults.order({ kind: 'reset-before', times: 1 })
  await stripe.customers.create()
  expect(sandbox.log.entries.filter(({ method }) => method === 'POST')).toHaveLength(2)
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test.each([
  ['hang', 0],
  ['hang-after', 1],
] as const)('%s: no answer comes, and %i customers were made', async (kind, made) => {
  const { port, stripe, sandbox } = await start()
  sandbox.faults.order({ kind, times: 1 })
  const impatient = new Stripe('sk_test_x', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    timeout: 100,
    maxNetworkRetries: 0,
  })
  const refusal = await refusalOf(impatient.customers.create())
  expect(refusal).toBeInstanceOf(Stripe.errors.StripeConnectionError)
  expect((await stripe.customers.list()).data).toHaveLength(made)
})

test('an order meets only what it names, so often as it says', async () => {
  const { stripe, sandbox } = await start()
  sandbox.faults.order({ kind: '500-before', method: 'post', path: '^/v1/customers/cus_\\w+$', times: 2 })
  const { id } = await stripe.customers.create()
  await stripe.customers.retrieve(id)
  await refusalOf(stripe.customers.update(id, { name: 'a' }))
  await refusalOf(stripe.customers.update(id, { name: 'a' }))
  expect((await stripe.customers.update(id, { name: 'a' })).name).toBe('a')
  sandbox.faults.order({ kind: '429' })
  expect(sandbox.faults.list()).toEqual([{ kind: '429' }])
  await refusalOf(stripe.customers.list())
  sandbox.faults.clear()
  await stripe.customers.list()
})

test('the SDK gets over an outage by itself when it may', async () => {
  const { port, sandbox } = await start()
  sandbox.faults.order({ kind: '502', times: 1 })
  const patient = new Stripe('sk_test_x', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 2 })
  expect((await patient.customers.create()).object).toBe('customer')
})
