import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { openInbox } from './inbox.ts'
import { start, stripeAt } from './start.ts'
import { temporaryFolder } from './temporary-folder.ts'

const secret = 'whsec_one'

test('events arrive in order, and the SDK takes their signature', async () => {
  const inbox = await openInbox()
  const { sandbox, stripe } = await start({ webhooks: [{ url: inbox.url, secret }] })
  const customer = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  await stripe.paymentMethods.detach(card.id)
  await sandbox.delivered()
  expect(inbox.received.map(({ event }) => event.type)).toEqual([
    'customer.created',
    'payment_method.attached',
    'payment_method.detached',
  ])
  for (const { body, signature } of inbox.received) {
    const event = await stripe.webhooks.constructEventAsync(body, signature, secret)
    expect(event).toMatchObject({ object: 'event', livemode: false, pending_webhooks: 1 })
  }
})

test('two secrets for one address make two signatures, and each is good', async () => {
  const inbox = await openInbox()
  const webhooks = [
    { url: inbox.url, secret },
    { url: inbox.url, secret: 'whsec_two' },
  ]
  const { sandbox, stripe } = await start({ webhooks })
  await stripe.customers.create()
  await sandbox.delivered()
  const [{ body, signature } = { body: '', signature: '' }] = inbox.received
  expect(inbox.received).toHaveLength(1)
  expect(signature).toMatch(/^t=\d+,v1=\w{64},v1=\w{64}$/)
  for (const known of [secret, 'whsec_two']) {
    expect(await stripe.webhooks.constructEventAsync(body, signature, known)).toBeTruthy()
  }
  await expect(stripe.webhooks.constructEventAsync(body, signature, 'whsec_three')).rejects.toThrow()
})

test('an event that is not taken comes again until it is, and delivery_success says which', async () => {
  const inbox = await openInbox()
  const backoff = [1, 1, 1]
  const { sandbox, stripe } = await start({ webhooks: [{ url: inbox.url, secret }], backoff })
  inbox.answers.push(500, 302, 200)
  await stripe.customers.create()
  await sandbox.delivered()
  expect(inbox.received).toHaveLength(3)
  expect(new Set(inbox.received.map(({ event }) => event.id)).size).toBe(1)

  inbox.answers.push(500, 500, 500, 500)
  const lost = await stripe.customers.create()
  await sandbox.delivered()
  expect(inbox.received).toHaveLength(7)
  const failed = await stripe.events.list({ delivery_success: false })
  expect(failed.data).toMatchObject([{ pending_webhooks: 0, data: { object: { id: lost.id } } }])
  expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(1)
})

test('what waits for its next attempt holds up neither the clock nor the events after it', async () => {
  const inbox = await openInbox()
  const { sandbox, stripe } = await start({ webhooks: [{ url: inbox.url, secret }], backoff: [150] })
  inbox.answers.push(503)
  await stripe.customers.create({ name: 'first' })
  await stripe.customers.create({ name: 'second' })
  await sandbox.delivered()
  const names = inbox.received.map(({ event }) => 'name' in event.data.object && event.data.object.name)
  expect(names).toEqual(['first', 'second', 'first'])
})

test('an event can be sent once more', async () => {
  const inbox = await openInbox()
  const { sandbox, stripe } = await start({ webhooks: [{ url: inbox.url, secret }] })
  await stripe.customers.create()
  await sandbox.delivered()
  expect(sandbox.control.redeliver(inbox.received[0]?.event.id ?? '')).toBe(true)
  expect(sandbox.control.redeliver('evt_unknown')).toBe(false)
  await sandbox.delivered()
  expect(inbox.received.map(({ event }) => event.id)).toEqual(Array(2).fill(inbox.received[0]?.event.id))
})

test('an endpoint may be named after the start', async () => {
  const inbox = await openInbox()
  const { sandbox, stripe } = await start()
  await stripe.customers.create()
  sandbox.webhooks.add({ url: inbox.url, secret })
  await stripe.customers.create()
  await sandbox.delivered()
  expect(inbox.received).toHaveLength(1)
})

test('what was not delivered is delivered after a restart', async () => {
  const data = join(temporaryFolder(), 'sandbox.db')
  const inbox = await openInbox()
  const webhooks = [{ url: inbox.url, secret }]
  const first = createSandbox({ data, webhooks, backoff: [1, 60_000] })
  inbox.answers.push(500)
  const { port, close } = await first.listen()
  const { id } = await stripeAt(port).customers.create()
  await close()
  const { sandbox } = await start({ data })
  sandbox.webhooks.add({ url: inbox.url, secret })
  await sandbox.delivered()
  expect(inbox.received.at(-1)?.event.data.object).toMatchObject({ id })
})
