// The environment, read once and checked whole: every fault is told at once.

import { isIP } from 'node:net'

export interface StripeKeys {
  readonly secretKey: string
  readonly publishableKey: string
  readonly webhookSecrets: readonly string[]
  readonly apiUrl: URL | undefined
  readonly scriptUrl: URL
  readonly livemode: boolean
}

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
  /** Where the sandbox keeps its ledger. */
  readonly sandboxData: string
  /** What Express is told of the proxies before us. */
  readonly trustProxy: string | number | false
  readonly logLevel: string
}

/** What pino takes. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export type Environment = Readonly<Record<string, string | undefined>>

const stripeNames = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const
/** Stripe's own, in the release that the SDK's API version belongs to. */
const stripeScript = 'https://js.stripe.com/endive/stripe.js'

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
    sandboxData: value('SANDBOX_DATA') ?? 'data/sandbox.db',
    trustProxy: readTrustProxy(value('TRUST_PROXY'), fault),
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

type Fault = (message: string) => undefined
type Value = (name: string) => string | undefined

function readStripe(value: Value, production: boolean, fault: Fault): StripeKeys | undefined {
  const missing = stripeNames.filter((name) => value(name) === undefined)
  if (missing.length === stripeNames.length) return undefined
  for (const name of missing) fault(`${name} is missing, while other Stripe keys are set.`)
  const secretKey = value('STRIPE_SECRET_KEY') ?? ''
  const publishableKey = value('STRIPE_PUBLISHABLE_KEY') ?? ''
  const webhookSecrets = list(value('STRIPE_WEBHOOK_SECRET'))
  if (secretKey && !/^(sk|rk)_(test|live)_./.test(secretKey))
    fault('STRIPE_SECRET_KEY is no secret key of Stripe’s.')
  if (publishableKey && !/^pk_(test|live)_./.test(publishableKey)) {
    fault('STRIPE_PUBLISHABLE_KEY is no publishable key of Stripe’s.')
  }
  const livemode = secretKey.includes('_live_')
  if (secretKey && publishableKey && livemode !== publishableKey.includes('_live_')) {
    fault('STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY: one is for tests and the other is live.')
  }
  const givesNone = value('STRIPE_WEBHOOK_SECRET') !== undefined && webhookSecrets.length === 0
  if (givesNone || webhookSecrets.some((secret) => !/^whsec_.{8,}/.test(secret))) {
    fault('STRIPE_WEBHOOK_SECRET: each one starts with whsec_.')
  }
  const apiUrl = readUrl(value, 'STRIPE_API_URL', fault)
  const scriptUrl = readUrl(value, 'STRIPE_JS_URL', fault)
  if (livemode && (apiUrl || scriptUrl)) fault('STRIPE_API_URL and STRIPE_JS_URL do not go with live keys.')
  if (production && (apiUrl || scriptUrl)) fault('STRIPE_API_URL and STRIPE_JS_URL are not for production.')
  return {
    secretKey,
    publishableKey,
    webhookSecrets,
    apiUrl,
    scriptUrl: scriptUrl ?? new URL(stripeScript),
    livemode,
  }
}

function faultsOfProduction({ stripe, publicUrl }: Config, fault: Fault): void {
  if (!stripe)
    fault(
      'The sandbox is not for production: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.',
    )
  if (publicUrl && publicUrl.protocol !== 'https:')
    fault('PUBLIC_URL has to be an https address in production.')
}

function readPort(text: string | undefined, fault: Fault): number {
  const port = /^\d{1,5}$/.test(text ?? '3000') ? Number(text ?? 3000) : Number.NaN
  if (!(port <= 65535)) fault('PORT is no port number.')
  return port
}

function readUrl(value: Value, name: string, fault: Fault): URL | undefined {
  const text = value(name)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  return fault(`${name} is no http or https address.`)
}

function readDatabaseUrl(text: string | undefined, fault: Fault): string {
  const url = text ?? 'file:data/guichet.db'
  if (!/^(file:.|postgres(ql)?:\/\/.)/.test(url)) fault('DATABASE_URL is neither file:… nor postgres://….')
  return url
}

// A number of proxies, or their addresses. Just "true" would let anybody say where they come from.
function readTrustProxy(text: string | undefined, fault: Fault): string | number | false {
  if (text === undefined) return false
  if (/^\d+$/.test(text)) return Number(text)
  if (!list(text).every(isProxy)) fault('TRUST_PROXY is neither a number nor a list of addresses.')
  return text
}

function isProxy(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const widest = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 &&
    more === undefined &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= widest))
  )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '') // biome-ignore format: one thought
}
