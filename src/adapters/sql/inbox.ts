import type { Inbox } from '../../ports/store.ts'
import type { Database } from './database.ts'

interface EventRow {
  id: string
  type: string
  object_id: string | null
  customer_id: string | null
  created_at: number
  attempts: number
}

// Later than any pause: it was written before the clock went back.
const due = '(next_try_at <= $1 or next_try_at > $1 + 360000)'

export function sqlInbox(database: Database): Inbox {
  return {
    async keep(event, now) {
      const kept = await database.run(
        `insert into stripe_events (id, type, object_id, customer_id, created_at, received_at, next_try_at)
         values ($1, $2, $3, $4, $5, $6, $6) on conflict (id) do nothing`,
        [event.id, event.type, event.objectId, event.customerId, event.createdAt, now],
      )
      return kept === 1
    },

    // The claim is a lease: it moves the next try into the future, so that nobody else takes the event and,
    // should we die over it, somebody does later. The condition is repeated outside the subquery because
    // PostgreSQL checks it again on a row that another claim has just changed.
    async claim(now, lease, limit) {
      const rows = await database.all<EventRow>(
        `update stripe_events set attempts = attempts + 1, next_try_at = $2
         where done_at is null and ${due} and id in (
           select id from stripe_events where done_at is null and ${due}
           order by created_at, received_at limit $3)
         returning id, type, object_id, customer_id, created_at, attempts`,
        [now, now + lease, limit],
      )
      return rows
        .map((row) => ({
          id: row.id,
          type: row.type,
          objectId: row.object_id,
          customerId: row.customer_id,
          createdAt: row.created_at,
          attempts: row.attempts,
        }))
        .sort((one, other) => one.createdAt - other.createdAt)
    },

    async newest() {
      const row = await database.get<{ at: number | null }>('select max(created_at) as at from stripe_events')
      return row?.at ?? null
    },

    async done(id, now) {
      await database.run('update stripe_events set done_at = $2, last_error = null where id = $1', [id, now])
    },

    async failed(id, error, nextTryAt) {
      await database.run('update stripe_events set last_error = $2, next_try_at = $3 where id = $1', [
        id,
        error.slice(0, 500),
        nextTryAt,
      ])
    },
  }
}
