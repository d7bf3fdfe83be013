import type { Privacy } from '../../ports/privacy.ts'
import type { Database } from './database.ts'

export function sqlPrune(database: Database): Pick<Privacy, 'prune'> {
  return {
    async prune({ mails, events, links }, most) {
      const sent = await database.run(
        `delete from outbox where id in (
           select id from outbox where sent_at is not null and sent_at < $1 order by sent_at limit $2)`,
        [mails, most],
      )
      const done = await database.run(
        `delete from stripe_events where id in (
           select id from stripe_events
           where created_at < $1 and received_at < $1 and done_at is not null and done_at < $1
             and created_at < (select max(created_at) from stripe_events)
           order by created_at limit $2)`,
        [events, most],
      )
      const expired = await database.run(
        `delete from password_links where token_hash in (
           select token_hash from password_links where expires_at < $1 limit $2)`,
        [links, most],
      )
      return sent + done + expired
    },
  }
}
