// The environment, read once and checked whole: every fault is told at once.

import { type MailSettings, readMail } from './config-mail.ts'
import { readStripe, type StripeKeys } from './config-stripe.ts'
import {
  type Fault,
  isLoopback,
  list,
  readDatabaseUrl,
  readPort,
  readSchedule,
  readTrustProxy,
  readUrl,
} from './config-values.ts'

export interface Config {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Where browsers reach us; undefined: on the port that we come to listen on. */
  readonly publicUrl: URL | undefined
  readonly databaseUrl: string
  /** The first signs, all of them verify. Empty in the sandbox only, which makes its own. */
  readonly sessionSecrets: readonly string[]
  /** Undefined: our own sandbox stands in for Stripe. */
  readonly stripe: StripeKeys | undefined
  /** Undefined: mail stays in the outbox. */
  readonly mail: MailSettings | undefined
  /** Where the sandbox keeps its ledger. */
  readonly sandboxData: string
  /** What Express is told of the proxies before us. */
  readonly trustProxy: string | number | false
  readonly logLevel: string
  /** From each run of charges to the next, in milliseconds. */
  readonly chargeSchedule: readonly number[]
}

/** What pino takes. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export type Environment = Readonly<Record<string, string | undefined>>

/** `earlier`: faults that were found before it came to this, to be told with the others. */
export function readConfig(
  environment: Environment,
  earlier: readonly string[] = [],
): { config: Config } | { faults: readonly string[] } {
  const faults = [...earlier]
  const fault = (message: string): undefined => {
    faults.push(message)
  }
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined

  const production = value('NODE_ENV')?.toLowerCase() === 'production'
  const stripe = readStripe(value, production, fault)
  const publicUrl = readUrl(value, 'PUBLIC_URL', fault)
  const sessionSecrets = list(value('SESSION_SECRET'))
  for (const secret of sessionSecrets) {
    if (secret.length < 32) fault('SESSION_SECRET: each secret needs 32 characters or more.')
  }
  const config: Config = {
    production,
    host: value('HOST') ?? '127.0.0.1',
    port: readPort(value('PORT'), fault),
    publicUrl,
    databaseUrl: readDatabaseUrl(value('DATABASE_URL'), fault),
    sessionSecrets,
    stripe,
    mail: readMail(value, production, fault),
    sandboxData: value('SANDBOX_DATA') ?? 'data/sandbox.db',
    trustProxy: readTrustProxy(value('TRUST_PROXY'), fault),
    chargeSchedule: readSchedule(value('CHARGE_SCHEDULE'), fault),
    logLevel: value('LOG_LEVEL') ?? (stripe ? 'info' : 'warn'),
  }
  const needsAll = stripe !== undefined || production
  if (needsAll && sessionSecrets.length === 0) fault('SESSION_SECRET is missing.')
  if (needsAll && !value('PUBLIC_URL')) fault('PUBLIC_URL is missing: Stripe sends people back to it.')
  if (!stripe && !isLoopback(config.host))
    fault('HOST: the sandbox is for this machine alone; listen on 127.0.0.1.')
  if (!logLevels.includes(config.logLevel)) fault(`LOG_LEVEL is none of ${logLevels.join(', ')}.`)
  if (publicUrl && (publicUrl.pathname !== '/' || publicUrl.search || publicUrl.hash))
    fault('PUBLIC_URL is an address without a path: Guichet has its own to itself.')
  if (production) faultsOfProduction(config, fault)
  return faults.length > 0 ? { faults } : { config: Object.freeze(config) }
}

function faultsOfProduction({ stripe, publicUrl }: Config, fault: Fault): void {
  if (!stripe)
    fault(
      'The sandbox is not for production: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.',
    )
  if (publicUrl && publicUrl.protocol !== 'https:')
    fault('PUBLIC_URL has to be an https address in production.')
}
