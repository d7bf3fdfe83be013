// The headers of every page, and the door that requests from other sites do not pass.

import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { paths } from './paths.ts'
import type { StripeOrigins } from './stripe-origins.ts'

const closedFeatures =
  'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), usb=(), browsing-topics=()'

export interface PageHeaders {
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
  return {
    withLetter: headers({ ...strict, frameSrc: own }, https, 'same-origin'),
    letter: withoutOwnCluster(headers(letter, https, 'same-origin')),
    strict: headers(strict, https, 'same-origin'),
    withStripe: headers(withStripe, https, 'same-origin-allow-popups'),
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

function headers(
  directives: Record<string, readonly string[]>,
  https: boolean,
  opener: 'same-origin' | 'same-origin-allow-popups',
): RequestHandler {
  const helmeted = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(
        Object.entries(directives).map(([name, sources]) => [name, [...sources]]),
      ),
    },
    strictTransportSecurity: https && { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: opener },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  return (request, response, next) => {
    response.set({
      'Permissions-Policy': `${closedFeatures}, payment=(self)`,
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
