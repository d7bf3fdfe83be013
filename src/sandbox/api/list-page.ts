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
  { limit: size = 10, starting_after: after, ending_before: before }: Cursor,
): Stripe.ApiList<Item> {
  if (after && before) {
    throw invalidRequest('You may only specify one of these parameters: starting_after, ending_before.')
  }
  const found: Item[] = []
  let begun = after === undefined
  for (const item of newestFirst) {
    if (item.id === before) return page(found.slice(-size), found.length > size, url)
    if (begun && matches(item)) found.push(item)
    if (before === undefined && found.length > size) break
    if (item.id === after) begun = true
  }
  if (before) throw noSuch(kind, before, 'ending_before', 'parameters')
  if (after && !begun) throw noSuch(kind, after, 'starting_after', 'parameters')
  return page(found.slice(0, size), found.length > size, url)
}

function page<Item>(data: Item[], has_more: boolean, url: string): Stripe.ApiList<Item> {
  return { object: 'list', data, has_more, url }
}
