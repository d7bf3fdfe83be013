import { expect, test } from 'vitest'
import { refusalOf, type Started, start } from './start.ts'

const success_url = 'http://localhost:3000/return?session={CHECKOUT_SESSION_ID}'
const card = { number: '4242424242424242', expMonth: '12', expYear: '40', cvc: '123' }

async function newSession({ stripe }: Started) {
  const customer = await stripe.customers.create({ email: 'billing@atelier.example' })
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer: customer.id,
    currency: 'eur',
    locale: 'fr',
    success_url,
    cancel_url: 'http://localhost:3000/settings/payment-methods',
    metadata: { company: '7' },
    setup_intent_data: { metadata: { consent: 'v1' } },
  })
  return { customer, session, setupIntent: String(session.setup_intent) }
}

test('a session in setup mode has a page of the sandbox and a setup intent', async () => {
  const started = await start()
  const { customer, session, setupIntent } = await newSession(started)
  expect(session).toMatchObject({
    status: 'open',
    mode: 'setup',
    locale: 'fr',
    success_url,
    payment_status: 'no_payment_required',
    customer_details: { email: 'billing@atelier.example' },
  })
  expect(session.id).toMatch(/^cs_test_\w{58}$/)
  expect(session.url).toBe(`${started.url}/c/pay/${session.id}`)
  expect(await started.stripe.setupIntents.retrieve(setupIntent)).toMatchObject({
    customer: customer.id,
    metadata: { consent: 'v1' },
    usage: 'off_session',
  })
})

test('a session is completed once its card is saved', async () => {
  const started = await start()
  const { flow } = started.sandbox
  const { customer, session, setupIntent } = await newSession(started)
  expect(flow.completeSession(session.id)).toBeUndefined()
  flow.confirmSetupIntent(setupIntent, { card })
  expect(flow.completeSession(session.id)).toMatchObject({ status: 'complete', url: null })
  expect(flow.successAddress(session)).toBe(`http://localhost:3000/return?session=${session.id}`)

  const kept = await started.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['setup_intent.payment_method'],
  })
  expect(kept).toMatchObject({
    status: 'complete',
    setup_intent: { status: 'succeeded', payment_method: { customer: customer.id } },
  })
  expect(flow.completeSession(session.id)).toBeUndefined()
  const events = await started.stripe.events.list({ type: 'checkout.session.completed' })
  expect(events.data).toMatchObject([{ data: { object: { id: session.id } } }])
})

test('a session expires when told, and by the clock', async () => {
  let now = Date.parse('2030-01-01T12:00:00Z')
  const started = await start({ clock: () => now })
  const { stripe } = started
  const { session } = await newSession(started)
  expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null })
  expect(await refusalOf(stripe.checkout.sessions.expire(session.id))).toMatchObject({ statusCode: 400 })

  const late = await newSession(started)
  now += 25 * 60 * 60 * 1000
  expect((await stripe.checkout.sessions.retrieve(late.session.id)).status).toBe('expired')
  expect(started.sandbox.flow.expireSession(late.session.id)).toBeUndefined()
  expect((await stripe.events.list({ type: 'checkout.session.expired' })).data).toHaveLength(2)
})

test('the setup of a session goes with it, and by no other way', async () => {
  const started = await start()
  const { stripe } = started
  const { session, setupIntent } = await newSession(started)
  const refused = await refusalOf(stripe.setupIntents.cancel(setupIntent))
  expect(refused).toMatchObject({ statusCode: 400, message: expect.stringContaining('Expire the Checkout') })
  expect((await stripe.setupIntents.retrieve(setupIntent)).status).toBe('requires_payment_method')
  await stripe.checkout.sessions.expire(session.id)
  expect((await stripe.setupIntents.retrieve(setupIntent)).status).toBe('canceled')
  expect((await stripe.events.list({ type: 'setup_intent.canceled' })).data).toHaveLength(1)
})

test('sessions are listed by customer and status', async () => {
  const started = await start()
  const { customer, session } = await newSession(started)
  await newSession(started)
  const mine = await started.stripe.checkout.sessions.list({ customer: customer.id, status: 'open' })
  expect(mine.data.map(({ id }) => id)).toEqual([session.id])
})

test.each([
  [{ success_url: undefined }, 'success_url', 'parameter_missing'],
  [{ success_url: 'return' }, 'success_url', 'url_invalid'],
  [{ currency: undefined }, 'currency', 'parameter_missing'],
  [{ customer: 'cus_nobody' }, 'customer', 'resource_missing'],
])('%o is refused', async (wrong, param, code) => {
  const { stripe } = await start()
  const parameters = { mode: 'setup' as const, currency: 'eur', success_url, ...wrong }
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
  expect(await refusalOf(stripe.checkout.sessions.create(given))).toMatchObject({
    statusCode: 400,
    param,
    code,
  })
})
