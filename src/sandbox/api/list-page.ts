// Lists, a page at a time: newest first, between two cursors.
import type Stripe from 'stripe'
import { invalidRequest, noSuch } from '../errors/invalid-request.ts'
import { integer, type Reader, text } from '../parameters/reader.ts'

interface Cursor {
  limit?: number
  starting_after?: string
  ending_before?: string
}

const limit: Reader<number> = (given, name) => {
  const count = integer(given, name)
  if (count >= 1 && count <= 100) return count
  throw invalidRequest(
    count < 1
      ? 'Invalid integer: must be greater than or equal to 1'
      : 'Invalid integer: must be less than or equal to 100',
    { code: 'parameter_invalid_integer', param: name },
  )
}

export const pagination = { limit, starting_after: text, ending_before: text }

export interface Listing<Item extends { id: string }> {
  /** As the API calls the kind in "No such …". */
  kind: string
  url: string
  newestFirst: Iterable<Item>
  matches?: (item: Item) => boolean
}

export function listPage<Item extends { id: string }>(
  { kind, url, newestFirst, matches = () => true }: Listing<Item>,
  { limit: size = 10, starting_after, ending_before }: Cursor,
): Stripe.ApiList<Item> {
  if (starting_after && ending_before) {
    throw invalidRequest('You may only specify one of these parameters: starting_after, ending_before.')
  }
  const matching = [...newestFirst].filter(matches)
  const all = within(matching, kind, starting_after, ending_before)
  const data = ending_before ? all.slice(-size) : all.slice(0, size)
  return { object: 'list', data, has_more: all.length > size, url }
}

function within<Item extends { id: string }>(items: Item[], kind: string, after?: string, before?: string) {
  if (after) return items.slice(place(items, kind, after, 'starting_after') + 1)
  if (before) return items.slice(0, place(items, kind, before, 'ending_before'))
  return items
}

function place(items: { id: string }[], kind: string, id: string, param: string): number {
  const found = items.findIndex((item) => item.id === id)
  if (found === -1) throw noSuch(kind, id, param, 'parameters')
  return found
}
