import type { Request } from 'express'

/** htmx asks for a part of a page, to swap it in. */
export function wantsFragment(request: Request): boolean {
  return request.get('HX-Request') === 'true' && request.get('HX-Request-Type') !== 'full'
}
