// The headers of every page, and the door that requests from other sites do not pass.

import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { paths } from './paths.ts'
import type { StripeOrigins } from './stripe-origins.ts'

const twoYears = 63_072_000
// What no page of ours uses, as far as browsers know it: they complain of names that they do not.
const unused = words(
  `accelerometer autoplay browsing-topics camera clipboard-read display-capture encrypted-media gamepad geolocation
   gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi picture-in-picture
   screen-wake-lock serial usb window-management xr-spatial-tracking`,
)
// What a bank may use when it asks its cardholder, in frames within Stripe's.
const usedByBanks = words(
  'fullscreen otp-credentials payment publickey-credentials-create publickey-credentials-get storage-access',
)

export interface PageHeaders {
  /** For what pages load: the page's own headers say the rest. */
  asset: RequestHandler
  /** For every page. */
  strict: RequestHandler
  /** For the pages that carry Stripe.js, and for no other. */
  withStripe: RequestHandler
  /** For a page with a letter in a frame. */
  withLetter: RequestHandler
  /** For a letter that we wrote: its style stands in it, and nothing in it runs or is loaded. */
  letter: RequestHandler
}

export function createPageHeaders(stripe: StripeOrigins, https: boolean): PageHeaders {
  const own = ["'self'"]
  const strict = {
    defaultSrc: ["'none'"],
    scriptSrc: own,
    styleSrc: own,
    imgSrc: own,
    fontSrc: own,
    connectSrc: own,
    formAction: own,
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    reportTo: ['csp'],
  }
  const withStripe = {
    ...strict,
    scriptSrc: [...own, ...stripe.script],
    frameSrc: [...stripe.frame],
    connectSrc: [...own, ...stripe.connect],
    formAction: [...own, ...stripe.hostedPage],
  }
  const letter = {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: own,
    sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
  }
  const closed = [...unused, ...usedByBanks]
  return {
    asset: onHttpsForGood(https),
    withLetter: headers({ ...strict, frameSrc: own }, { https, closed }),
    letter: withoutOwnCluster(headers(letter, { https, closed, framed: true })),
    strict: headers(strict, { https, closed }),
    withStripe: headers(withStripe, { https, closed: unused, opener: 'same-origin-allow-popups' }),
  }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}

function onHttpsForGood(https: boolean): RequestHandler {
  return (_request, response, next) => {
    if (https) response.set('Strict-Transport-Security', `max-age=${twoYears}; includeSubDomains`)
    next()
  }
}

// A letter has no origin, and browsers complain where such a page asks for an agent cluster of its own.
function withoutOwnCluster(headers: RequestHandler): RequestHandler {
  return (request, response, next) =>
    headers(request, response, () => {
      response.removeHeader('Origin-Agent-Cluster')
      next()
    })
}

interface HeaderOptions {
  readonly https: boolean
  /** Features of browsers that neither the page nor its frames may use. */
  readonly closed: readonly string[]
  readonly opener?: 'same-origin' | 'same-origin-allow-popups'
  /** It may stand in a frame of ours. */
  readonly framed?: boolean
}

function headers(
  directives: Record<string, readonly string[]>,
  { https, closed, opener = 'same-origin', framed = false }: HeaderOptions,
): RequestHandler {
  const permissions = closed.map((feature) => `${feature}=()`).join(', ')
  const helmeted = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(
        Object.entries(directives).map(([name, sources]) => [name, [...sources]]),
      ),
    },
    strictTransportSecurity: https && { maxAge: twoYears, includeSubDomains: true },
    // For browsers that do not know frame-ancestors.
    xFrameOptions: { action: framed ? 'sameorigin' : 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: opener },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  return (request, response, next) => {
    response.set({
      'Permissions-Policy': permissions,
      'Reporting-Endpoints': `csp="${paths.cspReport}"`,
      'Cache-Control': 'no-store',
    })
    helmeted(request, response, next)
  }
}

/**
 * Unsafe requests come from our own pages or not at all. Browsers say where a request comes from in
 * Sec-Fetch-Site; older ones in Origin, which has to be ours to the letter; who says neither is turned away.
 */
export function comesFromUs(
  request: { method: string; headers: Readonly<Record<string, unknown>> },
  origin: string,
): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers['sec-fetch-site']
  return site === undefined ? request.headers.origin === origin : site === 'same-origin'
}
