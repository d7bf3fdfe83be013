// Subscriptions through the real SDK, on the sandbox.
import { expect, it } from 'vitest'
import { stripeGateway } from '../../../src/adapters/stripe/gateway.ts'
import { GatewayUnavailable, type PaymentGateway } from '../../../src/ports/payment-gateway.ts'
import { addCard, billed } from '../../sandbox/billed.ts'
import { type Started, start } from '../../sandbox/start.ts'

interface Connected extends Started {
  gateway: PaymentGateway
  customer: string
  card: string
}

async function connected(behaviour: 'succeeds' | 'fails_when_charged' = 'succeeds'): Promise<Connected> {
  const started = await start()
  const gateway = stripeGateway({ secretKey: 'sk_test_x', apiUrl: new URL(started.url), timeout: 5000 })
  return { ...started, gateway, ...(await billed(started, behaviour)) }
}

async function subscribe({ stripe, customer }: Connected, product: string | null, more = {}, amount = 2900) {
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: amount,
    nickname: 'internal-17',
    recurring: { interval: 'month' },
    ...(product === null ? { product: 'prod_unknown' } : { product_data: { name: product } }),
  })
  return stripe.subscriptions.create({ customer, items: [{ price: price.id, quantity: 2 }], ...more })
}

it('are listed with the card that they name, what they cost and a name that people know', async () => {
  const there = await connected()
  const own = await addCard(there, there.customer)
  const described = await subscribe(there, 'Archive', { description: 'Archive of 2020' })
  const pinned = await subscribe(there, 'Studio', { default_payment_method: own })
  const unnamed = await subscribe(there, null)
  const price = { amount: 5800, currency: 'eur', interval: 'month' }
  const facts = { status: 'active', paymentMethodId: null, price }
  expect(await there.gateway.subscriptions(there.customer)).toEqual([
    { ...facts, id: unnamed.id, name: 'internal-17' },
    { ...facts, id: pinned.id, name: 'Studio', paymentMethodId: own },
    { ...facts, id: described.id, name: 'Archive of 2020' },
  ])
})

it('are listed through all pages, without those that have ended or are sent as invoices', async () => {
  const there = await connected()
  const { id: price } = await there.stripe.prices.create({
    currency: 'eur',
    unit_amount: 100,
    recurring: { interval: 'year' },
  })
  const more = { customer: there.customer, items: [{ price }] }
  for (let count = 0; count < 101; count++) await there.stripe.subscriptions.create(more)
  const ended = await there.stripe.subscriptions.create(more)
  await there.stripe.subscriptions.cancel(ended.id)
  await there.stripe.subscriptions.create({ ...more, collection_method: 'send_invoice', days_until_due: 30 })
  const listed = await there.gateway.subscriptions(there.customer)
  expect(new Set(listed === 'gone' ? [] : listed.map(({ id }) => id)).size).toBe(101)
})

it('with several items have a name of them all, and no price of one', async () => {
  const there = await connected()
  const item = async (name: string) => {
    const recurring = { interval: 'month' as const }
    const given = { currency: 'eur', unit_amount: 100, recurring, product_data: { name } }
    return { price: (await there.stripe.prices.create(given)).id }
  }
  const items = [await item('Studio'), await item('Storage')]
  await there.stripe.subscriptions.create({ customer: there.customer, items })
  expect(await there.gateway.subscriptions(there.customer)).toMatchObject([
    { name: 'Studio + Storage', price: null },
  ])
})

it('follow the default once they are told to, however often with one key', async () => {
  const there = await connected()
  const { id } = await subscribe(there, 'Studio', { default_payment_method: there.card })
  expect(await there.gateway.followDefault(id, 'key')).toBe('followed')
  expect(await there.gateway.followDefault(id, 'key')).toBe('followed')
  expect((await there.stripe.subscriptions.retrieve(id)).default_payment_method).toBeNull()
})

it('that have ended, have not begun or never were follow nothing', async () => {
  const there = await connected()
  const { id } = await subscribe(there, 'Studio', { default_payment_method: there.card })
  await there.stripe.subscriptions.cancel(id)
  expect(await there.gateway.followDefault(id, 'ended')).toBe('gone')
  expect(await there.gateway.followDefault('sub_unknown', 'unknown')).toBe('gone')
  const late = await connected('fails_when_charged')
  const { id: incomplete } = await subscribe(late, 'Studio', { default_payment_method: late.card })
  expect(await late.gateway.followDefault(incomplete, 'incomplete')).toBe('gone')
})

it('are not known while Stripe does not answer', async () => {
  const { gateway, customer, sandbox } = await connected()
  for (const kind of ['429', '500-before', 'reset-before'] as const) {
    sandbox.control.faults.order({ kind, times: 9 })
    await expect(gateway.subscriptions(customer)).rejects.toThrow(GatewayUnavailable)
    await expect(gateway.followDefault('sub_x', kind)).rejects.toThrow(GatewayUnavailable)
    sandbox.control.faults.clear()
  }
})
