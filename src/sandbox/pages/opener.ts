// Who opened a page in a frame, as its address says; the page's scripts answer to nobody else.
import type { Request } from 'express'
import type { Opener } from './document.ts'

export function openerOf({ query }: Request): Opener | undefined {
  const { channel, origin } = query
  if (typeof channel !== 'string' || typeof origin !== 'string' || !URL.canParse(origin)) return undefined
  return { channel, origin: new URL(origin).origin }
}
