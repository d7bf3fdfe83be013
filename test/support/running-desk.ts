// The very app that ships, beside a sandbox of its own: for stories, and for browsers.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import supertest, { type Response } from 'supertest'
import { onTestFinished } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { seed } from '../../db/seed.ts'
import { argon2Passwords } from '../../src/adapters/argon2/passwords.ts'
import type { Database } from '../../src/adapters/sql/database.ts'
import { openDatabase } from '../../src/adapters/sql/open.ts'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { type Composed, compose } from '../../src/compose.ts'
import { type Config, type Environment, readConfig } from '../../src/config.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { type SandboxKeys, sandboxKeys } from '../../src/sandbox-keys.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import type { Encoding } from '../../src/web/compression.ts'
import { httpServer } from '../../src/web/http-server.ts'
import { paths } from '../../src/web/paths.ts'

export type Persona = 'alice' | 'bob' | 'dan' | 'charlie'

const addresses: Readonly<Record<Persona, string>> = {
  alice: 'alice@atelier.example',
  bob: 'bob@atelier.example',
  dan: 'dan@atelier.example',
  charlie: 'charlie@brasserie.example',
}

export interface Desk extends Composed {
  /** Such as http://localhost:4242, without a slash at its end. */
  readonly url: string
  readonly sandboxUrl: string
  readonly sandbox: Sandbox
  readonly keys: SandboxKeys
  readonly database: Database
  /** Everything that was logged, a line each. */
  readonly logged: readonly string[]
  /** A visitor as a browser would send them: same-origin, in this language, not signed in. */
  visitor(language?: 'en' | 'fr'): Visitor
  signedIn(persona: Persona, language?: 'en' | 'fr'): Promise<Visitor>
  /** Resolves when the sandbox's events have come and everything that follows from them is done. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

export interface DeskOptions {
  readonly clock?: Clock
  /** How long a request to Stripe may take, in milliseconds. */
  readonly stripeTimeout?: number
  readonly databaseUrl?: string
  /** How long a write waits for other writes, in milliseconds. */
  readonly patience?: number
  readonly environment?: Environment
  /** How pages are compressed; as it ships, where nothing is said. */
  readonly encodings?: readonly Encoding[]
  /** How long a mail server may be silent, in milliseconds. */
  readonly mailPatience?: number
  /** How long what is done after an answer may be put off, in milliseconds; undefined: as it ships. */
  readonly putOff?: number | undefined
}

// A hash takes long by design: the one of the password that everybody has in the sandbox is made once.
const trialHash = argon2Passwords().hash(trialPassword)
const seedPasswords = { ...argon2Passwords(), hash: () => trialHash }

/** Closed when the test that opens it ends. In a hook, use `openDesk` and close it yourself. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options)
  onTestFinished(() => desk.close())
  return desk
}

export async function openDesk({
  clock,
  stripeTimeout,
  databaseUrl = 'file::memory:',
  patience,
  environment = {},
  mailPatience,
  encodings,
  ...others
}: DeskOptions = {}): Promise<Desk> {
  const sandbox = createSandbox({ data: ':memory:', webhooks: [], backoff: [10, 20, 50, 100] })
  const stripeSide = await sandbox.listen()
  const keys = sandboxKeys(stripeSide.url)
  const database = await openDatabase(databaseUrl, { ...(patience && { patience }) })
  await migrate(database)
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const composed = compose(configFrom(environment), keys, {
    database,
    log,
    ...(clock && { clock }),
    ...(stripeTimeout && { stripeTimeout }),
    ...(mailPatience && { mailPatience }),
    ...(encodings && { encodings }),
    // A story goes on as soon as it can.
    ...('putOff' in others ? others.putOff !== undefined && { putOff: others.putOff } : { putOff: 0 }),
  })
  const attachCard = attachTrialCard({ ...keys, timeout: 5_000 })
  await seed({ ports: composed.ports, passwords: seedPasswords, attachCard })
  const server = await listening(composed)
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  composed.listensAt(url)
  sandbox.webhooks.add({ url: url + paths.webhook, secret: keys.webhookSecret })

  async function close(): Promise<void> {
    await stripeSide.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await composed.background.stop()
    await database.close()
  }

  return {
    ...composed,
    url,
    sandboxUrl: stripeSide.url,
    sandbox,
    keys,
    database,
    logged,
    visitor: (language) => visitor(server, language),
    async signedIn(persona, language) {
      const somebody = visitor(server, language)
      await somebody.post(paths.signIn, { email: addresses[persona], password: trialPassword })
      return somebody
    },
    async settled() {
      await sandbox.delivered()
      await composed.background.settled()
    },
    close,
  }
}

function configFrom(environment: Environment): Config {
  const read = readConfig(environment)
  if ('faults' in read) throw new Error(read.faults.join(' '))
  return read.config
}

function listening({ app }: Composed): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = httpServer(app).once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function visitor(server: Server, language: 'en' | 'fr' = 'en'): Visitor {
  const agent = supertest.agent(server)
  const usual = { 'Accept-Language': language, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
  return {
    get: async (path, headers = {}) => agent.get(path).set({ ...usual, ...headers }),
    post: async (path, form = {}, headers = {}) =>
      agent
        .post(path)
        .type('form')
        .set({ ...usual, ...headers })
        .send(form),
  }
}
