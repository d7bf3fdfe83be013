// 11: a card whose removal was acknowledged is never charged after.
import type { Law } from './evidence.ts'

export const removedCards: Law = ({ book, notes, payments }) => {
  const arrivals = new Map(payments.map(({ request }) => [request.id, request.at]))
  const attempts = book.flatMap((account) => account.attempts)
  return notes.removals.flatMap(({ card, at }) =>
    attempts.flatMap((attempt) => {
      const sentAt = arrivals.get(attempt.request ?? '')
      if (attempt.paymentMethod !== card || sentAt === undefined || sentAt <= at) return []
      return [
        {
          invariant: 11,
          of: card,
          what: `charged by ${attempt.idempotencyKey} ${sentAt - at} ms after it was removed`,
        },
      ]
    }),
  )
}
