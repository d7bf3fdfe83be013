// npm run bench:charging: invoices whose default card was declined by Stripe's own charge wait for their backups; the
// server is started, finds them and charges them. With Stripe answering at once, and after 300 ms, in turns.

import { setTimeout as pause } from 'node:timers/promises'
import { severalAtOnce } from '../../src/ports/several-at-once.ts'
import { type BillingStage, setBillingStage } from './billing-stage.ts'

const rounds = Number(process.argv[2] ?? 3)
const companies = 60
const each = 4
const latencies = [0, 300]
const rates = new Map<number, number[]>(latencies.map((latency) => [latency, []]))

for (let round = 0; round < rounds; round++) {
  for (const latency of latencies) rates.get(latency)?.push(await measure(latency))
}
console.log(
  `Node ${process.version}, ${companies * each} unpaid invoices of ${companies} companies, ${rounds} rounds, in turns\n`,
)
console.log('Stripe answers after   charges/s (median)   lowest – highest')
for (const [latency, measured] of rates) {
  const sorted = [...measured].sort((one, other) => one - other)
  const [low = 0, middle = 0, high = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  console.log(
    `${`${latency} ms`.padStart(20)}${middle.toFixed(1).padStart(21)}   ${`${low.toFixed(1)} – ${high.toFixed(1)}`.padStart(16)}`,
  )
}

async function measure(latency: number): Promise<number> {
  const stage = await setBillingStage(companies)
  try {
    await bill(stage)
    if (latency > 0)
      await stage.order('/faults', { kind: 'delay', ms: latency, path: '/v1/', times: 1_000_000 })
    const began = performance.now()
    await stage.startServer()
    while ((await stage.charges()) < companies * each) await pause(50)
    return (companies * each * 1000) / (performance.now() - began)
  } finally {
    await stage.stop()
  }
}

async function bill({ stripe, customers }: BillingStage): Promise<void> {
  const due = customers.flatMap((customer) => Array.from({ length: each }, () => customer))
  await severalAtOnce(due, 8, async (customer) => {
    const { id: invoice } = await stripe.invoices.create({ customer, auto_advance: true })
    await stripe.invoiceItems.create({ customer, invoice, amount: 4900, currency: 'eur' })
    await stripe.invoices.finalizeInvoice(invoice, { auto_advance: true })
  })
}
