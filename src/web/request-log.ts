import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'

// Named fields and nothing else: no bodies, no cookies, no query strings, no links that let somebody in.
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    const path = loggedPath(request)
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start)
      log.info({ method: request.method, path, status: response.statusCode, milliseconds })
    })
    next()
  }
}

/** The path as it may be written down: whoever reads it cannot use the link. Express takes capitals for small letters. */
export function loggedPath({ path }: Pick<Request, 'path'>): string {
  return path.replace(/^(\/sign-in\/password\/|\/invitations\/).*/i, '$1…')
}
