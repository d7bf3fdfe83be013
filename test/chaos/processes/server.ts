// The server as it ships, in a process of its own, with the hooks of `inside/` before it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Orders, ordersVariable } from '../inside/orders.ts'
import { keep, kill, newFolder } from './house.ts'
import { Gone, lineTo } from './line.ts'

const preload = fileURLToPath(new URL('../inside/preload.ts', import.meta.url))

export interface ServerOptions {
  /** The source tree to run. */
  readonly root: string
  readonly folder: string
  readonly databaseUrl: string
  readonly stripeUrl: string
  readonly webhookSecret: string
  /** Hears of a server that answers nobody any more. */
  readonly stoodStill: () => void
}

export interface Server {
  readonly url: string
  isAlive(): boolean
  /** Nothing where it is dead. */
  order(orders: Orders): Promise<void>
  died(): Promise<void>
  kill(): Promise<void>
}

const compiled = newFolder()
const patience = 15_000
export const sessionSecret = 'a session secret of more than thirty-two characters'

/** Null where it died before it listened. */
export async function startServer(options: ServerOptions, first: Orders): Promise<Server | null> {
  const child = keep(
    spawn(process.execPath, ['--import', preload, join(options.root, 'src/server.ts')], {
      cwd: options.folder,
      env: { ...environment(options), [ordersVariable]: JSON.stringify(first) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    }),
  )
  const log = createWriteStream(join(options.folder, 'server.log'), { flags: 'a' })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => log.write(chunk))
  const line = lineTo(child)
  const port = await portOf(child)
  if (port === null) return null
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    url: `http://127.0.0.1:${port}`,
    isAlive,
    async order(orders) {
      const answer = line.ask({ orders }).catch((error: unknown) => {
        if (!(error instanceof Gone)) throw error
      })
      const inTime = await Promise.race([answer.then(() => true), pause(patience, false, { ref: false })])
      if (inTime) return
      // Somebody else's turn never comes: that is worth a finding, and the round goes on without it.
      options.stoodStill()
      await kill(child)
    },
    async died() {
      if (isAlive()) await once(child, 'exit')
    },
    kill: () => kill(child),
  }
}

function environment({ databaseUrl, stripeUrl, webhookSecret }: ServerOptions): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    PUBLIC_URL: 'http://localhost',
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: sessionSecret,
    STRIPE_SECRET_KEY: 'sk_test_chaos',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_chaos',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: stripeUrl,
    STRIPE_JS_URL: `${stripeUrl}/stripe.js`,
    LOG_LEVEL: 'warn',
    // Read again at each of the many starts.
    NODE_COMPILE_CACHE: compiled,
  }
}

function portOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('message', (message: { port?: number }) => {
      if (message.port !== undefined) resolve(message.port)
    })
    child.once('exit', () => resolve(null))
  })
}
