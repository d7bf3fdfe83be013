import type { Outbox } from '../../ports/outbox.ts'
import type { Database } from './database.ts'
import { type OutboxRow, outboxColumns, toMail, wipeSecret, writeMails } from './outbox-rows.ts'

// Later than any pause: it was written before the clock went back.
const due = '(next_try_at <= $1 or next_try_at > $1 + 7200000)'

export function sqlOutbox(database: Database): Outbox {
  return {
    write: (mails, now) => database.transaction((queries) => writeMails(queries, mails, now)),

    async unwritten(mails) {
      const sql = 'select id from outbox where company_id = $1 and once = $2 limit 1'
      const found = await Promise.all(mails.map((mail) => database.get(sql, [mail.companyId, mail.once])))
      return mails.filter((_mail, at) => found[at] === undefined)
    },

    // A lease, as in the inbox: whoever dies over a mail leaves it to somebody else.
    async claim(now, lease) {
      const row = await database.get<OutboxRow>(
        `update outbox set tries = tries + 1, next_try_at = $2
         where sent_at is null and ${due} and id in (
           select id from outbox where sent_at is null and ${due}
           order by next_try_at, created_at limit 1)
         returning ${outboxColumns}`,
        [now, now + lease],
      )
      return row ? toMail(row) : null
    },

    async done(id, now) {
      await database.transaction(async (queries) => {
        await queries.run('update outbox set sent_at = $2, last_error = null where id = $1', [id, now])
        await wipeSecret(queries, id)
      })
    },

    wipe: (now) =>
      database.transaction(async (queries) => {
        const over = await queries.all<{ id: string }>('select id from outbox where secret_until <= $1', [
          now,
        ])
        for (const { id } of over) await wipeSecret(queries, id)
      }),

    async failed(id, error, nextTryAt) {
      await database.run('update outbox set last_error = $2, next_try_at = $3 where id = $1', [
        id,
        error.slice(0, 100),
        nextTryAt,
      ])
    },

    async newest(limit) {
      const sql = `select ${outboxColumns} from outbox order by created_at desc, id limit $1`
      return (await database.all<OutboxRow>(sql, [limit])).map(toMail)
    },

    async byId(id) {
      const row = await database.get<OutboxRow>(`select ${outboxColumns} from outbox where id = $1`, [id])
      return row ? toMail(row) : null
    },
  }
}
