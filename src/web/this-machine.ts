// Where Guichet is tried out, everybody's mail lies open, and everybody's password is known: to whoever is at this
// machine. The page of another site is not, though its name may be made to lead here (DNS rebinding).

import type { RequestHandler } from 'express'
import { isLoopback } from '../config-values.ts'

/** `publicHost`: the one name other than this machine's own by which it may be asked for, where there is one. */
export function onThisMachine(publicHost: string | undefined): RequestHandler {
  return (request, response, next) => {
    const host = hostOf(request.headers.host)
    // Browsers always say which host they mean.
    if (host === '' || host === publicHost || isLoopback(host)) return next()
    response
      .status(421)
      .type('text')
      .send('Guichet is tried out on its own machine. To reach it by another name, set PUBLIC_URL to it.\n')
  }
}

function hostOf(header: string | undefined): string {
  if (header === undefined) return ''
  const url = `http://${header}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : 'none'
}
