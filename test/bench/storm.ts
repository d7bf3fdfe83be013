// npm run bench:storm: 10,000 events, a fifth of them repeated, against the real server: how long their answers take,
// when the last reaction is done, and how far the write-ahead log grows meanwhile.

import { createHmac } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { severalAtOnce } from '../../src/ports/several-at-once.ts'
import { setBillingStage } from './billing-stage.ts'

const distinct = 10_000
const repeated = distinct / 5
const atOnce = 32
const companies = 100

const stage = await setBillingStage(companies)
const invoices: string[] = []
for (const customer of stage.customers) {
  const { id: invoice } = await stage.stripe.invoices.create({ customer })
  await stage.stripe.invoiceItems.create({ customer, invoice, amount: 4900, currency: 'eur' })
  await stage.stripe.invoices.finalizeInvoice(invoice)
  invoices.push(invoice)
}
const webhook = `${await stage.startServer()}/webhooks/stripe`

const bodies = Array.from({ length: distinct }, (_, at) => bodyOf(at))
const all = shuffled([...bodies, ...bodies.slice(0, repeated)])
const answers: number[] = []
let refused = 0
let highestWal = 0
const watch = setInterval(() => {
  highestWal = Math.max(highestWal, statSync(join(stage.folder, 'guichet.db-wal')).size)
}, 25)

const began = performance.now()
await severalAtOnce(all, atOnce, async (body) => {
  const sent = performance.now()
  const answer = await fetch(webhook, { method: 'POST', body, headers: { 'Stripe-Signature': signed(body) } })
  await answer.arrayBuffer()
  if (!answer.ok) refused += 1
  answers.push(performance.now() - sent)
})
const answered = performance.now() - began
while ((await waiting()) > 0) await pause(50)
const done = performance.now() - began
clearInterval(watch)
const kept = await stage.database.get<{ count: number }>(
  "select count(*) as count from stripe_events where id like 'evt_storm_%'",
)
await stage.stop()

answers.sort((one, other) => one - other)
const at = (share: number): string => `${(answers[Math.floor(answers.length * share)] ?? 0).toFixed(1)} ms`
console.log(`Node ${process.version}, ${all.length} events (${repeated} of them repeated), ${atOnce} at once`)
console.log(
  `answered in ${(answered / 1000).toFixed(1)} s, ${Math.round((all.length * 1000) / answered)} a second`,
)
console.log(`answers: median ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(0.99999)}; refused ${refused}`)
console.log(`all ${kept?.count} reactions done after ${(done / 1000).toFixed(1)} s`)
console.log(`write-ahead log at its highest: ${(highestWal / 1024 / 1024).toFixed(1)} MB`)

async function waiting(): Promise<number> {
  const row = await stage.database.get<{ count: number }>(
    'select count(*) as count from stripe_events where done_at is null',
  )
  return row?.count ?? 0
}

function bodyOf(at: number): string {
  const customer = stage.customers[at % companies] ?? ''
  const object =
    at % 2 === 0
      ? { id: invoices[at % companies], object: 'invoice', customer }
      : { id: customer, object: 'customer' }
  return JSON.stringify({
    id: `evt_storm_${at}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: Math.floor(Date.now() / 1000),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: at % 2 === 0 ? 'invoice.updated' : 'customer.updated',
  })
}

function signed(body: string): string {
  const now = Math.floor(Date.now() / 1000)
  return `t=${now},v1=${createHmac('sha256', stage.webhookSecret).update(`${now}.${body}`).digest('hex')}`
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
