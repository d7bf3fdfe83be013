import { expect, test } from 'vitest'
import { addCard, billed } from './billed.ts'
import type { Started } from './start.ts'
import { refusalOf, start } from './start.ts'

const day = 86_400

async function subscribe({ stripe }: Started, customer: string, more = {}) {
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 2900,
    recurring: { interval: 'month' },
    product_data: { name: 'Studio' },
  })
  return stripe.subscriptions.create({ customer, items: [{ price: price.id }], ...more })
}

test('a subscription bills its first month at once, and each month after', async () => {
  const started = await start({ clock: () => Date.UTC(2030, 0, 31) })
  const { stripe, sandbox } = started
  const { customer } = await billed(started)
  const { id, status, latest_invoice } = await subscribe(started, customer)
  expect(status).toBe('active')
  expect(await stripe.invoices.retrieve(String(latest_invoice))).toMatchObject({
    status: 'paid',
    billing_reason: 'subscription_create',
    amount_paid: 2900,
    parent: { subscription_details: { subscription: id } },
  })
  sandbox.control.moveClock(70 * day)
  const invoices = (await stripe.invoices.list({ subscription: id })).data
  expect(invoices.map(({ billing_reason }) => billing_reason)).toEqual([
    'subscription_cycle',
    'subscription_cycle',
    'subscription_create',
  ])
  expect((await stripe.subscriptions.retrieve(id)).latest_invoice).toBe(invoices[0]?.id)
})

test('a subscription pinned to a card is charged to that card', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const pinned = await addCard(started, customer)
  const { id } = await subscribe(started, customer, { default_payment_method: pinned })
  sandbox.control.moveClock(31 * day)
  await stripe.subscriptions.update(id, { default_payment_method: card })
  sandbox.control.moveClock(31 * day)
  const charges = sandbox.control.book().map((account) => account.charges[0]?.paymentMethod)
  expect(charges).toEqual([pinned, pinned, card])
  const listed = (await stripe.subscriptions.list({ customer })).data
  expect(listed.map(({ default_payment_method }) => default_payment_method)).toEqual([card])
  const [foreign] = [await billed(started)]
  const refusal = await refusalOf(stripe.subscriptions.update(id, { default_payment_method: foreign.card }))
  expect(refusal.code).toBe('resource_missing')
})

test('when a month is not paid the subscription is past due, until it is', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const { id } = await subscribe(started, customer)
  sandbox.control.changeBehaviour(card, 'insufficient_funds_when_charged')
  sandbox.control.moveClock(31 * day)
  const late = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
  expect(late).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open' } })
  sandbox.control.changeBehaviour(card, 'succeeds')
  sandbox.control.moveClock(3 * day)
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active')
})

test('a beginning that is not paid is incomplete; an end is an end', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer } = await billed(started, 'fails_when_charged')
  expect((await subscribe(started, customer)).status).toBe('incomplete')
  const other = await billed(started)
  const { id } = await subscribe(started, other.customer)
  await stripe.subscriptions.update(id, { cancel_at_period_end: true })
  sandbox.control.moveClock(32 * day)
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled')
  const again = await subscribe(started, other.customer)
  expect((await stripe.subscriptions.cancel(again.id)).status).toBe('canceled')
  expect((await stripe.subscriptions.list({ customer: other.customer })).data).toEqual([])
  const all = await stripe.subscriptions.list({ customer: other.customer, status: 'all' })
  expect(all.data).toHaveLength(2)
})
