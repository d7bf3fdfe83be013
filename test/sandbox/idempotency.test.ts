import { expect, test } from 'vitest'
import { refusalOf, start, stripeAt } from './start.ts'

const idempotencyKey = 'one-and-the-same'

test('the same request again is answered as the first time, and happens once', async () => {
  const { stripe, sandbox } = await start()
  const first = await stripe.customers.create(
    { name: 'Once', metadata: { a: '1', b: '2' } },
    { idempotencyKey },
  )
  const again = await stripe.customers.create(
    { metadata: { b: '2', a: '1' }, name: 'Once' },
    { idempotencyKey },
  )
  expect(again).toEqual(first)
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(again.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId)
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined()
  expect((await stripe.customers.list()).data).toHaveLength(1)
  expect((await stripe.events.list()).data).toHaveLength(1)
  expect(
    sandbox.log.entries.filter(({ method }) => method === 'POST').map(({ replayed }) => replayed),
  ).toEqual([false, true])
})

test('a key is for one request only', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({ name: 'Once' }, { idempotencyKey })
  expect(await refusalOf(stripe.customers.create({ name: 'Twice' }, { idempotencyKey }))).toMatchObject({
    statusCode: 400,
    rawType: 'idempotency_error',
    message: expect.stringContaining('with the same parameters they were first used with'),
  })
  expect(await refusalOf(stripe.customers.update(id, { name: 'Once' }, { idempotencyKey }))).toMatchObject({
    statusCode: 400,
    rawType: 'idempotency_error',
    message: expect.stringContaining('same endpoint'),
  })
})

test('a key belongs to whoever used it', async () => {
  const { stripe, port } = await start()
  const mine = await stripe.customers.create({ name: 'Mine' }, { idempotencyKey })
  const theirs = await stripeAt(port, 'sk_test_y').customers.create({ name: 'Theirs' }, { idempotencyKey })
  expect(theirs.id).not.toBe(mine.id)
})

test('a decline is kept under the key, a misspelt parameter is not', async () => {
  const { stripe } = await start()
  const { id: customer } = await stripe.customers.create()
  const attach = () =>
    stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer }, { idempotencyKey })
  expect((await refusalOf(attach())).headers).not.toHaveProperty('idempotent-replayed')
  expect((await refusalOf(attach())).headers).toHaveProperty('idempotent-replayed', 'true')

  const key = { idempotencyKey: 'misspelt' }
  const misspelt = { name: 'x', nmae: 'x' }
  expect(await refusalOf(stripe.customers.create(misspelt, key))).toMatchObject({ code: 'parameter_unknown' })
  expect((await stripe.customers.create({ name: 'x' }, key)).name).toBe('x')
})

test('a refusal by the state of things is kept, and has had no effect', async () => {
  const { stripe } = await start()
  const parameters = { customer: 'cus_nobody' }
  await refusalOf(stripe.setupIntents.create(parameters, { idempotencyKey }))
  const again = await refusalOf(stripe.setupIntents.create(parameters, { idempotencyKey }))
  expect(again.headers).toHaveProperty('idempotent-replayed', 'true')
  expect((await stripe.events.list()).data).toHaveLength(0)
})

test('while the first is under way the second is sent off', async () => {
  const { stripe, sandbox } = await start()
  sandbox.faults.order({ kind: 'delay', ms: 150, times: 1 })
  const first = stripe.customers.create({ name: 'Slow' }, { idempotencyKey })
  await expect.poll(() => sandbox.log.entries.length).toBe(1)
  expect(await refusalOf(stripe.customers.create({ name: 'Slow' }, { idempotencyKey }))).toMatchObject({
    statusCode: 409,
    code: 'idempotency_key_in_use',
  })
  await first
  const third = await stripe.customers.create({ name: 'Slow' }, { idempotencyKey })
  expect(third.id).toBe((await first).id)
})
