// The real server and a sandbox, each in a process of its own, and companies whose default card is declined.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { migrate } from '../../db/migrate.ts'
import type { Database } from '../../src/adapters/sql/database.ts'
import { openDatabase } from '../../src/adapters/sql/open.ts'
import { noBillingDetails } from '../../src/company/billing-details.ts'
import { portsTo, systemClock } from '../../src/compose.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { severalAtOnce } from '../../src/ports/several-at-once.ts'

export interface BillingStage {
  readonly folder: string
  readonly stripe: Stripe
  readonly customers: readonly string[]
  readonly webhookSecret: string
  /** Read from, beside the server. */
  readonly database: Database
  /** How many charges took money, by the sandbox's own books. */
  charges(): Promise<number>
  order(path: string, body: object): Promise<void>
  startServer(): Promise<string>
  stop(): Promise<void>
}

const webhookSecret = 'whsec_of_the_bench_0123456789'
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export async function setBillingStage(companies: number): Promise<BillingStage> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const children: ChildProcess[] = []
  const sandboxUrl = await printed(
    children,
    ['../../src/sandbox/main.ts', '--port', '0'],
    {},
    /at (http:\S+?),/,
  )
  const { hostname: host, port } = new URL(sandboxUrl)
  const stripe = new Stripe('sk_test_bench', { host, port, protocol: 'http', telemetry: false })
  const database = await openDatabase(`file:${join(folder, 'guichet.db')}`)
  await migrate(database)

  async function order(path: string, body: object): Promise<void> {
    const answer = await fetch(`${sandboxUrl}/sandbox/control${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }

  const connection = { secretKey: 'sk_test_bench', apiUrl: new URL(sandboxUrl), timeout: 30_000 }
  const ports = portsTo(database, connection, systemClock)

  async function makeCompany(): Promise<string> {
    const { id: customer } = await stripe.customers.create({ name: 'Company' })
    const { id: visa } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    const { id: backup } = await stripe.paymentMethods.attach('pm_card_mastercard', { customer })
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: visa } })
    await order('/card-behaviour', { payment_method: visa, behaviour: 'insufficient_funds_when_charged' })
    const [id, memberId] = [randomUUID(), randomUUID()]
    const company = { id, name: 'Company', stripeCustomerId: customer }
    await ports.store.companies.add(company, noBillingDetails, Date.now())
    const member = { id: memberId, email: `${id}@company.example`, name: 'Owner', language: null }
    await ports.store.members.add(member, null, Date.now())
    await ports.store.members.join(id, memberId, 'owner', Date.now())
    await refreshWallet(ports, company)
    const consent = { version: 'bench', language: 'en', wording: 'Yes.' } as const
    for (const paymentMethodId of [visa, backup])
      await ports.store.wallets.agree({ companyId: id, memberId, paymentMethodId, consent, at: Date.now() })
    return customer
  }

  const customers: string[] = []
  await severalAtOnce(Array.from({ length: companies }), 8, async () => {
    customers.push(await makeCompany())
  })

  return {
    folder,
    stripe,
    customers,
    webhookSecret,
    database,
    order,
    async charges() {
      const answer = await fetch(`${sandboxUrl}/sandbox/control/invoices`)
      const books = (await answer.json()) as { charges: unknown[] }[]
      return books.reduce((sum, { charges }) => sum + charges.length, 0)
    },
    async startServer() {
      const free = await freePort()
      return printed(
        children,
        ['../../src/server.ts'],
        {
          PORT: free,
          PUBLIC_URL: `http://localhost:${free}`,
          DATABASE_URL: `file:${join(folder, 'guichet.db')}`,
          SESSION_SECRET: 'a session secret of more than thirty-two characters',
          STRIPE_SECRET_KEY: 'sk_test_bench',
          STRIPE_PUBLISHABLE_KEY: 'pk_test_bench',
          STRIPE_WEBHOOK_SECRET: webhookSecret,
          STRIPE_API_URL: sandboxUrl,
          STRIPE_JS_URL: `${sandboxUrl}/stripe.js`,
          LOG_LEVEL: 'error',
        },
        /(http:\/\/localhost:\d+)/,
      )
    },
    async stop() {
      for (const child of children) child.kill()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? String(address.port) : ''
}

async function printed(
  children: ChildProcess[],
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  pattern: RegExp,
): Promise<string> {
  const child = spawn(process.execPath, [file(program), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const found = pattern.exec(line)?.[1]
    if (found) {
      child.stdout.resume()
      return found
    }
  }
  throw new Error(`${program} ended`)
}
