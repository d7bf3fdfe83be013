// 3: at most one attempt in flight per invoice: no two requests to pay it, with keys of their own, at the same time.
import type { SeenPayment } from '../processes/witness.ts'
import type { Law } from './evidence.ts'
import { byInvoice } from './payments.ts'

export const oneInFlight: Law = ({ payments }) =>
  [...byInvoice(payments)].flatMap(([of, seen]) =>
    seen.flatMap((later, at) => {
      const other = seen.slice(0, at).find((earlier) => overlaps(earlier, later))
      if (!other) return []
      const keys = [other, later].map(({ request }) => request.idempotencyKey)
      return [{ invariant: 3, of, what: `two requests at once: ${keys.join(' and ')}` }]
    }),
  )

function overlaps({ request: earlier }: SeenPayment, { request: later }: SeenPayment): boolean {
  if (earlier.idempotencyKey === later.idempotencyKey) return false
  return earlier.ended === null || earlier.ended > later.at
}
