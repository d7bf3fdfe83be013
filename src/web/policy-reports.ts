// What browsers report that our content security policy kept. Anybody can post here, so little is done for it: so
// many a minute are counted, in this process, and none of their words is kept.

import { type ErrorRequestHandler, type RequestHandler, Router, text } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../ports/metrics.ts'
import { networkOf } from '../ports/network.ts'
import { paths } from './paths.ts'

const minute = 60_000
const mostOfOne = 10
const mostOfAll = 60
const directives = new Set(
  `base-uri child-src connect-src default-src fenced-frame-src font-src form-action frame-ancestors frame-src
   img-src manifest-src media-src object-src script-src script-src-attr script-src-elem style-src style-src-attr
   style-src-elem trusted-types worker-src`.split(/\s+/),
)

export function policyReportRoutes(log: Logger, metrics: Metrics): Router {
  const routes = Router()
  const body = text({ type: ['application/reports+json', 'application/csp-report'], limit: '16kb' })
  routes.post(paths.cspReport, unlessTooMany(), body, (request, response) => {
    const found = directivesIn(request.body)
    for (const directive of found) metrics.policyKept(directive)
    if (found.length > 0) log.warn({ cspReport: found })
    response.status(204).end()
  })
  routes.use(paths.cspReport, unreadable)
  return routes
}

/** Beyond it they are thanked, and not read. */
function unlessTooMany(): RequestHandler {
  let since = 0
  let counts = new Map<string, number>()
  let all = 0
  return (request, response, next) => {
    const now = Date.now()
    if (Math.abs(now - since) >= minute) {
      since = now
      counts = new Map()
      all = 0
    }
    const network = networkOf(request.ip ?? null)
    const ofOne = counts.get(network) ?? 0
    if (all >= mostOfAll || ofOne >= mostOfOne) return void response.status(204).end()
    all += 1
    counts.set(network, ofOne + 1)
    next()
  }
}

/** Which directives a report speaks of, in the old form or the new; none where it is no report. */
export function directivesIn(body: unknown): string[] {
  if (typeof body !== 'string') return []
  const reports = parsed(body)
  return (Array.isArray(reports) ? reports.slice(0, 20) : [reports]).flatMap((report) => {
    const told =
      field(report, 'csp-report') ?? (field(report, 'type') === 'csp-violation' && field(report, 'body'))
    if (typeof told !== 'object' || told === null) return []
    const named = field(told, 'effectiveDirective') ?? field(told, 'effective-directive') ?? field(told, 'violated-directive') // biome-ignore format: one thought
    const directive = String(named).split(' ')[0] ?? ''
    return [directives.has(directive) ? directive : 'other']
  })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}

// Too long, cut short, in no encoding that we know: nobody here made it, and nobody reads the answer.
const unreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(400).end()
}
