// The order in which a request meets what we have: first what needs no session, then the session, then the pages.

import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { secondFactorRoutes } from './account/factor-routes.ts'
import { accountRoutes } from './account/routes.ts'
import { companySecurityRoutes } from './account/security-routes.ts'
import { sessionRoutes } from './account/session-routes.ts'
import { activityRoutes } from './activity/routes.ts'
import { companyRoutes } from './company/routes.ts'
import { galleryRoutes } from './gallery/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { confirmationRoutes } from './invoices/confirmation-routes.ts'
import { paymentRoutes } from './invoices/payment-routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { payableNow } from './invoices/unpaid.ts'
import { mailboxRoutes } from './mail/mailbox-routes.ts'
import type { WriteLetter } from './mail/send-outbox.ts'
import { acceptanceRoutes } from './members/acceptance-routes.ts'
import { usersAnswers } from './members/answers.ts'
import { invitationRoutes } from './members/invitation-routes.ts'
import type { InvitationTokens } from './members/invitation-tokens.ts'
import { memberRoutes } from './members/routes.ts'
import { addPaymentMethodRoutes } from './payment-methods/add-routes.ts'
import { returnRoutes } from './payment-methods/return-routes.ts'
import { paymentMethodRoutes } from './payment-methods/routes.ts'
import type { Clock } from './ports/clock.ts'
import type { Metrics } from './ports/metrics.ts'
import type { OneTimeCodes } from './ports/one-time-codes.ts'
import type { Passwords } from './ports/passwords.ts'
import type { Ports } from './ports/ports.ts'
import type { Seal } from './ports/seal.ts'
import { memberDataRoutes } from './privacy/member-routes.ts'
import { companyDataRoutes } from './privacy/routes.ts'
import { signInCodeRoutes } from './sign-in/code-routes.ts'
import { forgottenRoutes } from './sign-in/forgotten-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import type { VerifyEvent } from './stripe-events/receive.ts'
import { stripeEventRoutes } from './stripe-events/routes.ts'
import { compression, type Encoding } from './web/compression.ts'
import { createDoors } from './web/doors.ts'
import { answerError, errorPages } from './web/errors.ts'
import { type Operations, operationsRoutes } from './web/operations-routes.ts'
import { paths } from './web/paths.ts'
import { policyReportRoutes } from './web/policy-reports.ts'
import { requestLog } from './web/request-log.ts'
import { comesFromUs } from './web/security.ts'
import { createSessions, type SessionOptions } from './web/session.ts'
import { type Site, visitOf } from './web/site.ts'
import { onThisMachine } from './web/this-machine.ts'

export interface Parts {
  readonly ports: Ports
  readonly metrics: Metrics
  readonly operations: Operations
  readonly passwords: Passwords
  readonly codes: OneTimeCodes
  readonly seal: Seal
  readonly site: Site
  readonly log: Logger
  readonly verifyEvent: VerifyEvent
  readonly wallClock: Clock
  readonly livemode: boolean
  readonly publishableKey: string
  readonly sessions: SessionOptions
  readonly invitations: InvitationTokens
  readonly trustProxy: string | number | false
  /** How long the activity log is kept. */
  readonly activityDays: number
  readonly gallery: boolean
  /** How pages are compressed; undefined: as it ships. */
  readonly encodings: readonly Encoding[] | undefined
  /** Writes what the page that shows the outbox shows; undefined where mail is for its readers alone. */
  readonly mailbox: WriteLetter | undefined
  /** Where Guichet is only tried out: the host by which it may be reached beside this machine's own names. */
  readonly trial: { readonly publicHost: string | undefined } | undefined
  /** Does something once the answer has gone, at a moment that nobody can guess. */
  readonly later: (work: () => Promise<void>) => void
  /** Starts on what has just been kept. */
  readonly wake: () => void
}

export function createApp(parts: Parts): Express {
  const { ports, site, log, metrics, passwords, wallClock, wake } = parts
  const { store } = ports
  const factor = { store, passwords, codes: parts.codes, seal: parts.seal, clock: ports.clock }
  const doors = createDoors(site, { passwords, store, clock: ports.clock, people: wallClock })
  const app = express()
  app.disable('x-powered-by')
  // Nothing that is signed in is cached, and hashed assets never change.
  app.disable('etag')
  app.set('trust proxy', parts.trustProxy)
  app.set('query parser', 'simple')

  app.use('/assets', site.headers.asset, site.assets.serve)
  app.use(requestLog(log, metrics))
  app.use(site.headers.strict)
  if (parts.trial) app.use(onThisMachine(parts.trial.publicHost))
  app.use(operationsRoutes(ports.store.health, metrics, parts.operations))
  app.use(policyReportRoutes(log, metrics))
  app.use(stripeEventRoutes(ports, parts.verifyEvent, parts.livemode, parts.wake))

  app.use(compression(parts.encodings))
  app.use(async (request, response, next) => {
    if (comesFromUs(request, site.originOf(request))) return next()
    await answerError(site, await visitOf(site, request, response), 'crossSite')
  })
  app.use(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 50 }))
  app.use(createSessions(ports.store.sessions, parts.wallClock, parts.sessions))

  const later: Parts['later'] = (work) =>
    parts.later(() => work().catch((error) => log.warn({ what: 'afterwards', error: nameOf(error) })))
  app.use(signInRoutes(ports, passwords, site, doors, wallClock, later))
  app.use(signInCodeRoutes(ports, factor, site, doors, wallClock))
  app.use(forgottenRoutes(ports, site, doors, wallClock, wake, later))
  app.use(accountRoutes(ports, passwords, site, doors, wallClock, wake))
  app.use(sessionRoutes(ports, doors, wallClock))
  app.use(secondFactorRoutes(ports, factor, site, doors, wallClock, wake))
  app.use(companySecurityRoutes(ports, site, doors))
  app.use(addPaymentMethodRoutes(ports, site, doors, parts.publishableKey))
  app.use(
    returnRoutes(ports, doors, async (companyId, paymentMethodId) => {
      const payable = await payableNow(ports, companyId)
      return payable.length > 0 ? paths.paymentsWith(paymentMethodId) : paths.paymentMethods
    }),
  )
  app.use(paymentMethodRoutes(ports, site, doors))
  app.use(paymentRoutes(ports, site, doors))
  app.use(confirmationRoutes(ports, site, doors, parts.publishableKey))
  app.use(invoiceRoutes(ports, site, doors))
  app.use(companyRoutes(ports, site, doors))
  app.use(companyDataRoutes(ports, site, doors))
  app.use(memberDataRoutes(ports, parts.passwords, site, doors, wallClock))
  const users = usersAnswers(ports, site)
  // Before the members: their addresses begin in the same way.
  app.use(invitationRoutes(ports, site, doors, users, parts.invitations))
  app.use(memberRoutes(ports, site, doors, users))
  app.use(acceptanceRoutes(ports, parts.passwords, site, doors, parts.wallClock))
  app.use(activityRoutes(ports, site, doors, parts.activityDays))
  app.use(helpRoutes(site, doors))
  if (site.sandbox) {
    const control = doors.anyone(({ response, actor }) => {
      const customer = actor?.company.stripeCustomerId
      response.redirect(303, site.controlPage + (customer ? `?customer=${customer}` : ''))
    })
    app.get(paths.sandbox, control)
  }
  if (parts.mailbox) app.use(mailboxRoutes(ports, site, doors, parts.mailbox))
  if (parts.gallery) app.use(paths.gallery, galleryRoutes(site, doors))

  app.use(doors.anyone((visit) => answerError(site, visit, 'notFound')))
  app.use(errorPages(site, log))
  return app
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
