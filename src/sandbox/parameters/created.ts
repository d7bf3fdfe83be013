// `created` in lists: one second, or a range of them.
import { clearable, hash } from './hash.ts'
import { integer, type Reader } from './reader.ts'

interface Created {
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}

const range = hash({ gt: integer, gte: integer, lt: integer, lte: integer })

export const created: Reader<Created> = (given, name) => {
  if (typeof given !== 'string') return clearable(range)(given, name) ?? {}
  const second = integer(given, name)
  return { gte: second, lte: second }
}

export function wasCreatedWithin(item: { created: number }, { gt, gte, lt, lte }: Created = {}): boolean {
  return (
    (gt === undefined || item.created > gt) &&
    (gte === undefined || item.created >= gte) &&
    (lt === undefined || item.created < lt) &&
    (lte === undefined || item.created <= lte)
  )
}
