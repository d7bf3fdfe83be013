// 8: an event that we answered with 2xx is never lost: it is in the inbox, and its reaction was done.
import type { Law } from './evidence.ts'

export const eventsKept: Law = ({ delivered, notes, ours }) => {
  const since = notes.restoredAt ?? 0
  const taken = delivered.filter(({ status, at }) => status !== null && status < 300 && at > since)
  return [...new Set(taken.map(({ event }) => event))].flatMap((of) => {
    const row = ours.events.get(of)
    if (!row) return [{ invariant: 8, of, what: 'answered with 2xx and not kept' }]
    return row.done_at === null
      ? [{ invariant: 8, of, what: `${row.type} is not done: ${row.last_error}` }]
      : []
  })
}
