// The environment, read once and checked whole: every fault is told at once.

import { type MailSettings, readMail } from './config-mail.ts'
import { readOperationsToken, readSessionSecrets } from './config-secrets.ts'
import { readStripe, type StripeKeys } from './config-stripe.ts'
import { readTheme, type Theme } from './config-theme.ts'
import {
  type Fault,
  isLoopback,
  readActivityDays,
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
  /** Who asks how we are, or for our figures, shows it. Undefined: nobody may ask. */
  readonly operationsToken: string | undefined
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
  /** How long the activity log is kept. */
  readonly activityDays: number
  /** The operator's own look. Undefined: ours. */
  readonly theme: Theme | undefined
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

  const nodeEnv = value('NODE_ENV')?.toLowerCase() ?? 'development'
  // Whoever writes “prod” means it to be safe.
  if (!['production', 'development', 'test'].includes(nodeEnv))
    fault('NODE_ENV is none of production, development, test.')
  const production = nodeEnv === 'production'
  const stripe = readStripe(value, production, fault)
  const publicUrl = readUrl(value, 'PUBLIC_URL', fault)
  const sessionSecrets = readSessionSecrets(value, fault)
  const config: Config = {
    production,
    host: value('HOST') ?? '127.0.0.1',
    port: readPort(value('PORT'), fault),
    publicUrl,
    databaseUrl: readDatabaseUrl(value('DATABASE_URL'), fault),
    sessionSecrets,
    operationsToken: readOperationsToken(value, fault),
    stripe,
    mail: readMail(value, production, fault),
    sandboxData: value('SANDBOX_DATA') ?? 'data/sandbox.db',
    trustProxy: readTrustProxy(value('TRUST_PROXY'), fault),
    chargeSchedule: readSchedule(value('CHARGE_SCHEDULE'), fault),
    activityDays: readActivityDays(value('ACTIVITY_DAYS'), fault),
    theme: readTheme(value('THEME_CSS_FILE'), fault),
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
  else faultsElsewhere(config, fault)
  return faults.length > 0 ? { faults } : { config: Object.freeze(config) }
}

// Live keys are production, whatever else is said: there the cookie is for https alone, and no page is for trying.
function faultsElsewhere({ stripe, publicUrl }: Config, fault: Fault): void {
  if (stripe?.livemode) fault('NODE_ENV has to be production with live keys.')
  const isPlain = publicUrl?.protocol === 'http:'
  if (publicUrl && isPlain && !isLoopback(publicUrl.hostname.replace(/^\[|\]$/g, '')))
    fault('PUBLIC_URL has to be an https address, except on this machine.')
}

function faultsOfProduction({ stripe, publicUrl, databaseUrl }: Config, fault: Fault): void {
  if (!stripe)
    fault(
      'The sandbox is not for production: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.',
    )
  if (publicUrl && publicUrl.protocol !== 'https:')
    fault('PUBLIC_URL has to be an https address in production.')
  if (databaseUrl.startsWith('file::memory:'))
    fault('DATABASE_URL: what is kept in memory alone is not kept.')
}
