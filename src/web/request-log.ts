import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../ports/metrics.ts'

// Named fields and nothing else: no bodies, no cookies, no query strings, no links that let somebody in.
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    const path = loggedPath(request)
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start)
      metrics.requested(routeOf(request), response.statusCode, milliseconds / 1000)
      log.info({ method: request.method, path, status: response.statusCode, milliseconds })
    })
    next()
  }
}

/** Its pattern: which invoice it was stands in no figure. */
function routeOf({ baseUrl, route }: Request): string {
  const pattern: unknown = route?.path
  return typeof pattern === 'string' ? baseUrl + pattern : 'none'
}

// Wherever it stands in the path, and with its slashes written otherwise: whoever mistypes a link still has the token in it.
const links = /((?:\/|%2f)(?:sign-in(?:\/|%2f)+password|invitations)(?:\/|%2f)).*/i

/** The path as it may be written down: whoever reads it cannot use the link. Express takes capitals for small letters. */
export function loggedPath({ path }: Pick<Request, 'path'>): string {
  return path.replace(links, '$1…')
}
