import type { Request, Response } from 'express'

/** htmx asks for a part of a page, to swap it in. */
export function wantsFragment(request: Request): boolean {
  return request.get('HX-Request') === 'true' && request.get('HX-Request-Type') !== 'full'
}

export interface Asked {
  readonly request: Request
  readonly response: Response
}

/** To another page: htmx would put the page that a redirect leads to into the one that is there. */
export function leadTo({ request, response }: Asked, address: string): void {
  if (wantsFragment(request)) response.set('HX-Redirect', address).status(200).end()
  else response.redirect(303, address)
}
