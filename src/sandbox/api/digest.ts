// Bytes can be compared by their digests, and card numbers cannot be read back out of them.
import { createHmac } from 'node:crypto'

export function digestOf(bytes: string | Buffer, key: string): string {
  return createHmac('sha256', key).update(bytes).digest('hex')
}

/** The same for the same parameters, in whatever order they came. */
export function digestOfParameters(parameters: unknown, key: string): string {
  return digestOf(JSON.stringify(sorted(parameters)) ?? '', key)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
