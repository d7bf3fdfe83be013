// 13: while the database cannot be written nothing new is charged; what is charged was written down before.
import type { Law } from './evidence.ts'

export const databaseAway: Law = ({ notes, payments, delivered }) =>
  notes.troubles.flatMap(({ kind, from, until }) => {
    const within = (at: number): boolean => at > from && at < until
    const unwritten = payments
      .filter(
        ({ request, attempts }) =>
          within(request.at) &&
          attempts !== null &&
          !attempts.some(({ id }) => id === request.idempotencyKey),
      )
      .map(({ invoice }) => ({ invariant: 13, of: invoice, what: `charged while the database was ${kind}` }))
    const unclear = delivered
      .filter(({ at, status }) => within(at) && status !== null && ![200, 400, 503].includes(status))
      .map(({ event, status }) => ({
        invariant: 13,
        of: event,
        what: `answered ${status} while the database was ${kind}`,
      }))
    return [...unwritten, ...unclear]
  })
