// 4: nothing is sent before its row is durable. The sandbox read our books when the request arrived.
import type { Law } from './evidence.ts'

export const durableFirst: Law = ({ payments }) =>
  payments.flatMap(({ invoice, request, attempts }) => {
    if (attempts === null) return []
    const row = attempts.find(({ id }) => id === request.idempotencyKey)
    if (row) return []
    return [
      {
        invariant: 4,
        of: invoice,
        what: `${request.idempotencyKey ?? 'a request without a key'} was sent without its row`,
      },
    ]
  })
