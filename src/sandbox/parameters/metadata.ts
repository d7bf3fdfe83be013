// Metadata: keys are set one by one, an empty value removes its key, an empty whole removes all.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { anyText, type Reader } from './reader.ts'

/** Null removes all. */
export type MetadataChange = Record<string, string> | null

export const metadata: Reader<MetadataChange> = (given, name) => {
  if (given === '') return null
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw invalidRequest('Invalid object', { param: name })
  }
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, readValue(value, `${name}[${key}]`, key)]),
  )
}

export function withMetadata(before: Stripe.Metadata | null, change: MetadataChange | undefined) {
  if (change === undefined) return before ?? {}
  if (change === null) return {}
  const merged = { ...before, ...change }
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
  if (Object.keys(kept).length > 50) {
    throw invalidRequest('Metadata can have at most 50 keys.', { param: 'metadata' })
  }
  return kept
}

function readValue(given: unknown, name: string, key: string): string {
  if (key.length > 40) {
    throw invalidRequest(`Invalid metadata key: "${key}" is longer than 40 characters.`, {
      param: 'metadata',
    })
  }
  const value = anyText(given, name)
  if (value.length <= 500) return value
  throw invalidRequest(`Invalid metadata value for key "${key}": values can have at most 500 characters.`, {
    param: name,
  })
}
