import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { confirmInBrowser, newSetup, start, stripeAt } from './start.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a restart with the same file forgets nothing', async () => {
  const data = join(temporaryFolder(), 'sandbox.db')
  const first = createSandbox({ data, webhooks: [] })
  const listening = await first.listen()
  const before = { sandbox: first, stripe: stripeAt(listening.port), ...listening }
  const { customer, intent } = await newSetup(before)
  const { body } = await confirmInBrowser(before, intent, { number: '4000000000000341' })
  const named = await before.stripe.customers.update(customer.id, { phone: '1' }, { idempotencyKey: 'k' })
  first.control.orderProcessing({ times: 1, outcome: 'succeed', afterMs: 5 })
  const slow = await newSetup(before)
  await confirmInBrowser(before, slow.intent, { number: '4242424242424242' })
  await listening.close()

  const { stripe } = await start({ data })
  const [card] = (await stripe.paymentMethods.list({ customer: customer.id })).data
  expect(card?.id).toBe(body.payment_method)
  const again = await stripe.customers.update(customer.id, { phone: '1' }, { idempotencyKey: 'k' })
  expect(again).toEqual(named)
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
  const twin = await stripe.paymentMethods.create({
    type: 'card',
    card: { number: '4000000000000341', exp_month: 1, exp_year: 2040 },
  })
  expect(twin.card?.fingerprint).toBe(card?.card?.fingerprint)
  const settled = () => stripe.setupIntents.retrieve(slow.intent.id).then(({ status }) => status)
  await expect.poll(settled).toBe('succeeded')
})
