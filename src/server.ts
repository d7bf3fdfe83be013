// Start, listen, and on SIGTERM finish what is under way. The only reader of the environment.

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pino from 'pino'
import { migrate } from '../db/migrate.ts'
import { seed } from '../db/seed.ts'
import { argon2Passwords } from './adapters/argon2/passwords.ts'
import type { Database } from './adapters/sql/database.ts'
import { openDatabase } from './adapters/sql/open.ts'
import { sqlStore } from './adapters/sql/store.ts'
import { attachTrialCard } from './adapters/stripe/trial-cards.ts'
import { compose, systemClock } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { readEnvironment } from './environment.ts'
import { greeting } from './greeting.ts'
import type { Clock } from './ports/clock.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { keptSecret, type SandboxKeys, sandboxKeys } from './sandbox-keys.ts'
import { faultOfMode } from './stripe-mode.ts'
import { httpServer } from './web/http-server.ts'
import { paths } from './web/paths.ts'

const longestFarewell = 20_000

if (existsSync('.env')) process.loadEnvFile('.env')
await start()

async function start(): Promise<void> {
  const { environment, faults } = readEnvironment(process.env, (file) => readFileSync(file, 'utf8'))
  const read = readConfig(environment, faults)
  if ('faults' in read)
    return refuse(['Guichet does not start:', ...read.faults.map((fault) => `  - ${fault}`)])
  const { config } = read
  const log = pino({ level: config.logLevel })
  const database = await openMigrated(config.databaseUrl)
  const wrongMode = await faultOfMode(sqlStore(database).marks, config.stripe)
  if (wrongMode) return refuse(['Guichet does not start:', `  - ${wrongMode}`])

  const sandbox = config.stripe ? undefined : await startSandbox(config)
  const stripe = config.stripe ?? sandbox?.keys
  if (!stripe) throw new Error('neither Stripe nor its stand-in')
  const sessionSecrets = sandbox ? [sandbox.sessionSecret] : config.sessionSecrets
  const { app, ports, background, listensAt } = compose({ ...config, sessionSecrets }, stripe, {
    database,
    log,
    ...(sandbox && { clock: sandbox.clock, wallClock: systemClock }),
  })
  if (sandbox) {
    const attachCard = attachTrialCard({ ...stripe, timeout: 5_000 })
    await seed({ ports, passwords: argon2Passwords(), attachCard })
  }

  const server = httpServer(app)
  server.once('error', (error) =>
    refuse([`Guichet cannot listen on ${config.host}:${config.port}: ${error.message}`]),
  )
  server.listen(config.port, config.host, () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    sandbox?.deliverTo(`http://${host}:${port}${paths.webhook}`)
    listensAt(`http://localhost:${port}`)
    background.wake()
    console.log(greeting(config, port))
  })

  async function stop(): Promise<void> {
    // Whatever is under way may be cut off anywhere and is taken up again: where Stripe or a mail server keeps us
    // waiting for longer, we go before whoever stops us loses patience.
    setTimeout(() => process.exit(0), longestFarewell).unref()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await closed
    await background.stop()
    await sandbox?.close()
    await database.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

async function openMigrated(url: string): Promise<Database> {
  try {
    const database = await openDatabase(url)
    await migrate(database)
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'for no reason that it gave'
    return refuse([`Guichet cannot open its database: ${reason}`])
  }
}

interface StartedSandbox {
  readonly keys: SandboxKeys
  readonly sessionSecret: string
  /** Ahead of the system's as far as somebody moved it. */
  readonly clock: Clock
  /** Events go to this address from now on; those that waited for it, too. */
  deliverTo(webhook: string): void
  close(): Promise<void>
}

async function startSandbox({ sandboxData, port }: Config): Promise<StartedSandbox> {
  mkdirSync(dirname(sandboxData), { recursive: true, mode: 0o700 })
  const sandbox = createSandbox({ data: sandboxData, webhooks: [] })
  // Beside our own, and the same at the next start: the addresses of its invoices stay good.
  const beside = port === 0 ? 0 : port + 1
  const { url, close } = await sandbox.listen(beside).catch(() => sandbox.listen(0))
  const keys = sandboxKeys(url)
  return {
    keys,
    sessionSecret: keptSecret(join(dirname(sandboxData), 'session-secret')),
    clock: { ...systemClock, now: () => systemClock.now() + sandbox.ledger.moved.read() * 1000 },
    deliverTo: (webhook) => sandbox.webhooks.add({ url: webhook, secret: keys.webhookSecret }),
    close,
  }
}

function refuse(lines: readonly string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
