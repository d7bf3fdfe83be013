import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

// Named fields and nothing else: no bodies, no cookies, no query strings, no links that let somebody in.
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    const path = request.path.replace(/^(\/sign-in\/password\/).*/, '$1…')
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start)
      log.info({ method: request.method, path, status: response.statusCode, milliseconds })
    })
    next()
  }
}
