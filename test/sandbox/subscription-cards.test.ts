import { expect, test } from 'vitest'
import { addCard, billed, typesOfEvents } from './billed.ts'
import { refusalOf, type Started, start } from './start.ts'

async function subscribe({ stripe }: Started, customer: string, more = {}) {
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 2900,
    recurring: { interval: 'month' },
    product_data: { name: 'Studio' },
  })
  return stripe.subscriptions.create({ customer, items: [{ price: price.id }], ...more })
}

test('a subscription follows its customer’s default once its own card is cleared', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const own = await addCard(started, customer)
  const { id } = await subscribe(started, customer, { default_payment_method: own })
  const cleared = await stripe.subscriptions.update(id, { default_payment_method: '', default_source: '' })
  expect([cleared.default_payment_method, cleared.default_source]).toEqual([null, null])
  sandbox.control.moveClock(31 * 86_400)
  const charged = sandbox.control.book().map((account) => account.charges[0]?.paymentMethod)
  expect(charged).toEqual([own, card])
})

test('a subscription loses its own card with the card, and says so', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, card } = await billed(started)
  const own = await addCard(started, customer)
  const pinned = await subscribe(started, customer, { default_payment_method: own })
  const other = await subscribe(started, customer, { default_payment_method: card })
  await stripe.paymentMethods.detach(own)
  expect((await stripe.subscriptions.retrieve(pinned.id)).default_payment_method).toBeNull()
  expect((await stripe.subscriptions.retrieve(other.id)).default_payment_method).toBe(card)
  expect((await typesOfEvents(started)).at(-1)).toBe('customer.subscription.updated')
})

test('what has ended, or not begun, keeps its card', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, card } = await billed(started)
  const { id } = await subscribe(started, customer, { default_payment_method: card })
  await stripe.subscriptions.cancel(id)
  const clear = (subscription: string) =>
    refusalOf(stripe.subscriptions.update(subscription, { default_payment_method: '' }))
  expect(await clear(id)).toMatchObject({ statusCode: 400 })
  const late = await billed(started, 'fails_when_charged')
  expect(await clear((await subscribe(started, late.customer)).id)).toMatchObject({ statusCode: 400 })
})

test('products keep the name that they were sold by', async () => {
  const started = await start()
  const { stripe } = started
  const { customer } = await billed(started)
  const [one, other] = [await subscribe(started, customer), await subscribe(started, customer)]
  const ids = [one, other].map(({ items }) => String(items.data[0]?.price.product))
  expect((await stripe.products.list({ ids: ids.slice(0, 1) })).data.map(({ name }) => name)).toEqual([
    'Studio',
  ])
  expect((await stripe.products.list()).data).toHaveLength(2)
  expect((await stripe.products.retrieve(ids[1] ?? '')).name).toBe('Studio')
  expect((await refusalOf(stripe.products.retrieve('prod_x'))).code).toBe('resource_missing')
})
