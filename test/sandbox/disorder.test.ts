import { expect, test } from 'vitest'
import { openInbox } from './inbox.ts'
import { start } from './start.ts'

async function eventsUnder(order: { seed: number; lose?: number; repeat?: number; delayMs?: number }) {
  const inbox = await openInbox()
  const { stripe, sandbox } = await start({ webhooks: [{ url: inbox.url, secret: 'whsec_x' }] })
  sandbox.control.disorderEvents(order)
  for (let made = 0; made < 30; made += 1) await stripe.customers.create({ name: String(made) })
  await sandbox.delivered()
  const told = inbox.received.map(({ event }) => ('name' in event.data.object ? event.data.object.name : ''))
  return { told, stripe }
}

test('some events are lost, and listed as not delivered', async () => {
  const { told, stripe } = await eventsUnder({ seed: 1, lose: 30 })
  const missed = await stripe.events.list({ delivery_success: false, limit: 100 })
  expect(told.length).toBeLessThan(30)
  expect(told.length + missed.data.length).toBe(30)
})

test('some events come twice, some come late, by the seed', async () => {
  const { told } = await eventsUnder({ seed: 7, repeat: 40, delayMs: 60 })
  expect(told.length).toBeGreaterThan(30)
  expect(new Set(told).size).toBe(30)
  expect(told).not.toEqual(told.toSorted((one, other) => Number(one) - Number(other)))
})

test('the order comes from outside too, and is taken back', async () => {
  const inbox = await openInbox()
  const { stripe, sandbox, url } = await start({ webhooks: [{ url: inbox.url, secret: 'whsec_x' }] })
  const body = JSON.stringify({ seed: 1, lose: 100 })
  const headers = { 'Content-Type': 'application/json' }
  const ordered = await fetch(`${url}/sandbox/control/disorder`, { method: 'POST', headers, body })
  expect(ordered.status).toBe(200)
  await stripe.customers.create()
  await fetch(`${url}/sandbox/control/disorder`, { method: 'DELETE' })
  await stripe.customers.create()
  await sandbox.delivered()
  expect(inbox.received).toHaveLength(1)
})
