// The one composition root: a configuration becomes parts that fit together.

import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Express, Request } from 'express'
import type { Logger } from 'pino'
import { argon2Passwords } from './adapters/argon2/passwords.ts'
import { sealWith } from './adapters/crypto/seal.ts'
import { otpauthCodes } from './adapters/otpauth/one-time-codes.ts'
import { countedStore } from './adapters/prometheus/counted-store.ts'
import { prometheusMetrics } from './adapters/prometheus/metrics.ts'
import { smtpMailer } from './adapters/smtp/mailer.ts'
import type { Database } from './adapters/sql/database.ts'
import { sqlHealth } from './adapters/sql/health.ts'
import { sqlStore } from './adapters/sql/store.ts'
import type { StripeConnection, StripeFailure } from './adapters/stripe/client.ts'
import { stripeGateway } from './adapters/stripe/gateway.ts'
import { verifyWith } from './adapters/stripe/signature.ts'
import { type Afterwards, afterwards } from './afterwards.ts'
import { createApp } from './app.ts'
import { type Background, type Post, startBackground } from './background.ts'
import type { Config } from './config.ts'
import type { StripeKeys } from './config-stripe.ts'
import { isLoopback } from './config-values.ts'
import { noticeView } from './invoices/notice-page.ts'
import { firstUnpaid } from './invoices/unpaid.ts'
import type { WriteLetter } from './mail/send-outbox.ts'
import { invitationTokens } from './members/invitation-tokens.ts'
import type { Clock } from './ports/clock.ts'
import type { Ports } from './ports/ports.ts'
import { accentOf, doubtsAbout, productName } from './theme.ts'
import { loadAssets } from './web/assets.ts'
import type { Encoding } from './web/compression.ts'
import { type KnownBrowsers, knownBrowsers } from './web/known-browser.ts'
import { letterWriter } from './web/letters.ts'
import { createRender } from './web/render.ts'
import { createPageHeaders } from './web/security.ts'
import type { Site } from './web/site.ts'
import { stripeOrigins } from './web/stripe-origins.ts'

export interface Composed {
  readonly app: Express
  readonly ports: Ports
  readonly background: Background
  /** Where we turned out to listen, such as http://localhost:3000: links in mail lead there without PUBLIC_URL. */
  readonly listensAt: (origin: string) => void
}

export interface Surroundings {
  readonly database: Database
  readonly log: Logger
  readonly clock?: Clock
  /** People's own, where the other is moved for a trial: sessions and signatures go by it. */
  readonly wallClock?: Clock
  /** How long one request to Stripe may take, in milliseconds. Stripe itself asks for patience up to a minute; a
   * person who waits for a page has less, and what was not answered is mended afterwards. */
  readonly stripeTimeout?: number
  /** How long a mail server may be silent, in milliseconds. */
  readonly mailPatience?: number
  /** How long what is done after an answer may be put off, in milliseconds. */
  readonly putOff?: number
  /** How pages are compressed, where it is measured what that costs. */
  readonly encodings?: readonly Encoding[]
}

// Whoever measures would have to ask all the while, for each address and each of its few tries.
const longestPutOff = 5_000

export const systemClock: Clock = { now: () => Date.now(), pause: (milliseconds) => pause(milliseconds) }

export function compose(config: Config, stripe: StripeKeys, surroundings: Surroundings): Composed {
  const { database, log, clock = systemClock, wallClock = clock, stripeTimeout = 12_000 } = surroundings
  const report = (failure: StripeFailure): void => log.warn({ stripe: failure })
  const metrics = prometheusMetrics(sqlHealth(database), { ofProcess: config.operationsToken !== undefined })
  const uncounted = portsTo(database, { ...stripe, timeout: stripeTimeout, report }, clock)
  const ports = { ...uncounted, store: countedStore(uncounted.store, metrics) }
  const https = config.publicUrl?.protocol === 'https:'
  const secrets = config.sessionSecrets.length > 0 ? config.sessionSecrets : [randomSecret()]
  const site = createSite(config, stripe, ports, knownBrowsers(secrets, https))
  for (const doubt of config.theme ? doubtsAbout(config.theme.tokens, site.assets.stylesheet) : [])
    log.warn({ theme: doubt })
  let listening = `http://localhost:${config.port}`
  const invitations = invitationTokens(secrets)
  const sender = () => ({ product: site.brand.name, origin: config.publicUrl?.origin ?? listening })
  const write = letterWriter(site.render, sender, invitations)
  const late = afterwards(surroundings.putOff ?? longestPutOff)
  const background = startBackground(ports, log, {
    wallClock,
    charging: { schedule: config.chargeSchedule },
    activityDays: config.activityDays,
    post: createPost(config, write, surroundings.mailPatience),
  })
  const app = createApp({
    ports,
    metrics,
    operations: { token: config.operationsToken, openHealth: config.stripe === undefined },
    passwords: argon2Passwords(),
    codes: otpauthCodes(),
    seal: sealWith(secrets),
    site,
    log,
    verifyEvent: verifyWith(stripe.webhookSecrets, () => wallClock.now()),
    wallClock,
    livemode: stripe.livemode,
    publishableKey: stripe.publishableKey,
    sessions: { secrets, https },
    invitations,
    trustProxy: config.trustProxy,
    activityDays: config.activityDays,
    gallery: !config.production,
    encodings: surroundings.encodings,
    mailbox: showsMail(config) ? write : undefined,
    trial: showsMail(config) ? { publicHost: config.publicUrl?.hostname } : undefined,
    later: late.later,
    wake: background.wake,
  })
  return {
    app,
    ports,
    background: withLate(background, late),
    listensAt(origin) {
      listening = origin
    },
  }
}

/** What was put off is done before all is done, and before we stop. */
function withLate(background: Background, { finish }: Afterwards): Background {
  return {
    ...background,
    settled: () => finish().then(background.settled),
    stop: () => finish().then(background.stop),
  }
}

export function portsTo(database: Database, stripe: StripeConnection, clock: Clock): Ports {
  return { store: sqlStore(database), gateway: stripeGateway(stripe), clock }
}

function createPost({ mail }: Config, write: WriteLetter, patience: number | undefined): Post | undefined {
  return mail && { mailer: smtpMailer(mail, patience), write }
}

// To those who try Guichet, or write it, on this machine.
function showsMail({ stripe, production, mail, publicUrl, host: listensOn }: Config): boolean {
  const host = publicUrl?.hostname.replace(/^\[|\]$/g, '') ?? 'localhost'
  return stripe === undefined || (!production && !mail && isLoopback(host) && isLoopback(listensOn))
}

function createSite(config: Config, stripe: StripeKeys, { store }: Ports, known: KnownBrowsers): Site {
  const { theme } = config
  const assets = loadAssets(theme)
  return {
    members: store.members,
    assets,
    render: createRender(assets, accentOf(theme?.tokens ?? {}, assets.stylesheet)),
    headers: createPageHeaders(stripeOrigins(stripe.scriptUrl), config.publicUrl?.protocol === 'https:'),
    sandbox: config.stripe === undefined,
    controlPage: new URL('/sandbox', stripe.scriptUrl).href,
    notice: async (companyId, language) => {
      const unpaid = await firstUnpaid({ store }, companyId)
      return unpaid && noticeView(language, unpaid)
    },
    stripeScript: stripe.scriptUrl.href,
    knownBrowsers: known,
    brand: {
      name: productName(theme?.tokens ?? {}),
      logoHref: theme?.logo ? assets.path(`logo.${theme.logo.type}`) : null,
    },
    originOf: (request) => config.publicUrl?.origin ?? originAsAsked(request),
  }
}

// Only without PUBLIC_URL, which is to say in the sandbox, on loopback: there the port may be any free one.
function originAsAsked(request: Request): string {
  return `${request.protocol}://${request.get('Host') ?? 'localhost'}`
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
