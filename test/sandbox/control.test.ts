import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import type { LoggedRequest } from '../../src/sandbox/api/request-log.ts'
import { openInbox } from './inbox.ts'
import { confirmInBrowser, jsonOf, newSetup, type Refused, refusalOf, start } from './start.ts'

function controlAt(url: string) {
  return async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/sandbox/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await jsonOf<Value>(response) }
  }
}

test('faults are ordered, listed and cleared from outside', async () => {
  const { url, stripe } = await start()
  const control = controlAt(url)
  const order = { kind: '500-before', method: 'POST', path: '/v1/customers', times: 3 }
  expect(await control('POST', '/faults', order)).toEqual({ status: 201, body: [order] })
  await refusalOf(stripe.customers.create())
  expect((await control('GET', '/faults')).body).toEqual([{ ...order, times: 2 }])
  await control('DELETE', '/faults')
  await stripe.customers.create()
  const misspelt = await control<Refused>('POST', '/faults', { kind: 'reset', times: 1 })
  expect([misspelt.status, misspelt.body.error.param]).toEqual([400, 'kind'])
})

test('a failing check is let through on order', async () => {
  const started = await start()
  const control = controlAt(started.url)
  await control('POST', '/settings', { radar: { cvcCheckFails: 'allow' } })
  expect((await control('GET', '/settings')).body).toMatchObject({
    radar: { cvcCheckFails: 'allow', postalCodeCheckFails: 'block' },
  })
  const { intent } = await newSetup(started)
  const { body } = await confirmInBrowser(started, intent, { number: '4000000000000101' })
  expect(body.status).toBe('succeeded')
})

test('a setup stays processing until it is told how it ends', async () => {
  const started = await start()
  const control = controlAt(started.url)
  await control('POST', '/settings', { processing: { times: 2, outcome: 'succeed' } })
  const good = await newSetup(started)
  const bad = await newSetup(started)
  for (const { intent } of [good, bad]) {
    const { body } = await confirmInBrowser(started, intent, { number: '4242424242424242' })
    expect(body.status).toBe('processing')
  }
  expect((await started.stripe.paymentMethods.list({ customer: good.customer.id })).data).toEqual([])
  const settled = await control<Stripe.SetupIntent>('POST', `/setup-intents/${good.intent.id}/settle`)
  expect(settled.body.status).toBe('succeeded')
  const failed = await control('POST', `/setup-intents/${bad.intent.id}/settle`, { how: 'fail' })
  expect(failed.body).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'card_declined' },
  })
  expect((await control('POST', `/setup-intents/${bad.intent.id}/settle`)).status).toBe(409)
  const third = await newSetup(started)
  expect((await confirmInBrowser(started, third.intent, { number: '4242424242424242' })).body.status).toBe(
    'succeeded',
  )
})

test('a setup may end its processing by itself', async () => {
  const inbox = await openInbox()
  const started = await start({ webhooks: [{ url: inbox.url, secret: 'whsec_x' }] })
  started.sandbox.control.orderProcessing({ times: 1, outcome: 'succeed', afterMs: 10 })
  const { intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number: '4242424242424242' })
  await expect.poll(() => inbox.received.at(-1)?.event.type).toBe('setup_intent.succeeded')
})

test('a saved card may change its behaviour', async () => {
  const { stripe, url } = await start()
  const { id: customer } = await stripe.customers.create()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const control = controlAt(url)
  await control('POST', '/card-behaviour', {
    payment_method: id,
    behaviour: 'insufficient_funds_when_charged',
  })
  const payment = {
    amount: 100,
    currency: 'eur',
    customer,
    payment_method: id,
    confirm: true,
    off_session: true,
  }
  expect(await refusalOf(stripe.paymentIntents.create(payment))).toMatchObject({
    decline_code: 'insufficient_funds',
  })
  const unknown = await control<Refused>('POST', '/card-behaviour', {
    payment_method: id,
    behaviour: 'explodes',
  })
  expect([unknown.status, unknown.body.error.param]).toEqual([400, 'behaviour'])
})

test('the network renews a card', async () => {
  const { stripe, url } = await start()
  const { id: customer } = await stripe.customers.create()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const change = { last4: '1881', exp_month: 5, exp_year: 2045 }
  const { body } = await controlAt(url)<Stripe.PaymentMethod>(
    'POST',
    `/payment-methods/${id}/network-change`,
    change,
  )
  expect(body.card).toMatchObject(change)
  const [event] = (await stripe.events.list({ type: 'payment_method.automatically_updated' })).data
  expect(event?.data.previous_attributes).toMatchObject({ card: { last4: '4242' } })
})

test('the log tells what was sent, by its digest', async () => {
  const { stripe, url } = await start()
  const control = controlAt(url)
  await stripe.customers.create({ name: 'a' }, { idempotencyKey: 'k1' })
  await stripe.customers.create({ name: 'a' }, { idempotencyKey: 'k1' })
  await stripe.customers.create({ name: 'b' }, { idempotencyKey: 'k2' })
  const { body } = await control<LoggedRequest[]>('GET', '/requests')
  expect(body).toHaveLength(3)
  expect(body[1]).toMatchObject({
    method: 'POST',
    path: '/v1/customers',
    key: 'secret',
    idempotencyKey: 'k1',
    replayed: true,
    status: 200,
    bodyDigest: body[0]?.bodyDigest,
  })
  expect(body[2]?.bodyDigest).not.toBe(body[0]?.bodyDigest)
  await control('DELETE', '/requests')
  expect((await control('GET', '/requests')).body).toEqual([])
})

test('an endpoint is named and an event repeated from outside', async () => {
  const inbox = await openInbox()
  const { stripe, url, sandbox } = await start()
  const control = controlAt(url)
  await control('POST', '/webhooks', { url: inbox.url, secret: 'whsec_x' })
  await stripe.customers.create()
  await control('GET', '/delivered')
  const { status } = await control('POST', `/events/${inbox.received[0]?.event.id}/redeliver`)
  expect(status).toBe(202)
  await sandbox.delivered()
  expect(inbox.received).toHaveLength(2)
  expect((await control('POST', '/events/evt_none/redeliver')).status).toBe(404)
})
