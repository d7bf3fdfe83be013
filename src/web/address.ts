import type { Request } from 'express'

/** The network address of a request, as everybody writes it: a socket of both families writes the older one's in the newer's way. */
export function addressOf({ ip }: Pick<Request, 'ip'>): string | null {
  return ip?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null
}
