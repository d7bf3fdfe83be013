import { randomBytes } from 'node:crypto'

let last = 0n

/**
 * A UUID of version 7 (RFC 9562): each of this process is greater than the one before, so that entries of one moment
 * stand in the order in which they were made.
 */
export function nextEntryId(): string {
  const now = BigInt(Date.now()) << 12n
  last = now > last ? now : last + 1n
  const time = last.toString(16).padStart(15, '0')
  const rest = randomBytes(8).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12)}-8${rest.slice(0, 3)}-${rest.slice(3, 15)}`
}
