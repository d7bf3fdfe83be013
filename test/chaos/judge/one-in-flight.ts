// 3: at most one attempt in flight per invoice: no two requests to pay it, with keys of their own, at the same time.
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import type { SeenPayment } from '../processes/witness.ts'
import type { Finding, Law } from './evidence.ts'
import { byInvoice, wasAnswered, wasSeen } from './payments.ts'

export const oneInFlight: Law = ({ payments, book }) =>
  [...byInvoice(payments)].flatMap(([of, seen]) => {
    const account = book.find(({ invoice }) => invoice === of)
    return seen.flatMap((later, at): Finding[] => {
      const earlier = seen.slice(0, at)
      const other = earlier.find((one) => overlaps(one, later) && !isOver(one, earlier, later, account))
      if (!other) return []
      const keys = [other, later].map(({ request }) => request.idempotencyKey)
      return [{ invariant: 3, of, what: `two requests at once: ${keys.join(' and ')}` }]
    })
  })

function overlaps({ request: earlier }: SeenPayment, { request: later }: SeenPayment): boolean {
  if (earlier.idempotencyKey === later.idempotencyKey) return false
  return earlier.ended === null || earlier.ended > later.at
}

// Where the clock moves by minutes while a request hangs, its lease ends and somebody else asks with the same key. Once
// that was answered and written down, the request that still hangs is an attempt no more.
function isOver(
  { request: { idempotencyKey: key } }: SeenPayment,
  earlier: readonly SeenPayment[],
  { request, attempts }: SeenPayment,
  account: InvoiceAccount | undefined,
): boolean {
  const isSettled = attempts?.some(({ id, settled_at }) => id === key && settled_at !== null) ?? true
  const same = earlier.filter((each) => each.request.idempotencyKey === key)
  return isSettled && (wasSeen(account, key) || same.some((each) => wasAnswered(each.request, request.at)))
}
