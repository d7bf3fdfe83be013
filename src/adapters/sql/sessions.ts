import type { Sessions } from '../../ports/store.ts'
import type { Database } from './database.ts'

export function sqlSessions(database: Database): Sessions {
  return {
    async read(idHash, now) {
      const sql = 'select data from sessions where id_hash = $1 and expires_at > $2'
      return (await database.get<{ data: string }>(sql, [idHash, now]))?.data ?? null
    },

    async write(idHash, memberId, data, expiresAt) {
      await database.run(
        `insert into sessions (id_hash, member_id, data, expires_at) values ($1, $2, $3, $4)
         on conflict (id_hash) do update set
           member_id = excluded.member_id, data = excluded.data, expires_at = excluded.expires_at`,
        [idHash, memberId, data, expiresAt],
      )
    },

    async end(idHash) {
      await database.run('delete from sessions where id_hash = $1', [idHash])
    },

    async prune(now) {
      await database.run('delete from sessions where expires_at <= $1', [now])
    },
  }
}
