import type { Sessions } from '../../ports/store.ts'
import { writeEntries } from './activity.ts'
import type { Database } from './database.ts'

/** Long after any page would say it. */
const saidLongAgo = 60 * 60_000

export function sqlSessions(database: Database): Sessions {
  return {
    async read(idHash, now) {
      const sql = 'select data from sessions where id_hash = $1 and expires_at > $2'
      return (await database.get<{ data: string }>(sql, [idHash, now]))?.data ?? null
    },

    async add(idHash, memberId, data, expiresAt) {
      await database.run(
        'insert into sessions (id_hash, member_id, data, expires_at) values ($1, $2, $3, $4)',
        [idHash, memberId, data, expiresAt],
      )
    },

    async update(idHash, memberId, data, expiresAt) {
      await database.run(
        'update sessions set member_id = $2, data = $3, expires_at = $4 where id_hash = $1',
        [idHash, memberId, data, expiresAt],
      )
    },

    async end(idHash) {
      await database.run('delete from sessions where id_hash = $1', [idHash])
    },

    async of(memberId, now) {
      const sql = 'select id_hash, data from sessions where member_id = $1 and expires_at > $2'
      const rows = await database.all<{ id_hash: string; data: string }>(sql, [memberId, now])
      return rows.map(({ id_hash: idHash, data }) => ({ idHash, data }))
    },

    endSome: (memberId, idHashes, entries, now) =>
      database.transaction(async (queries) => {
        let ended = 0
        for (const idHash of idHashes)
          ended += await queries.run('delete from sessions where member_id = $1 and id_hash = $2', [
            memberId,
            idHash,
          ])
        if (ended > 0) await writeEntries(queries, entries, now)
        return ended
      }),

    async prune(now) {
      await database.run('delete from sessions where expires_at <= $1', [now])
      await database.run('delete from banners where said_at <= $1', [now - saidLongAgo])
    },

    async leaveBanner(idHash, { id, path, data }, { now, since }) {
      await database.run('delete from banners where session_hash = $1 and said_at < $2', [idHash, since])
      await database.run(
        'insert into banners (id, session_hash, path, data, said_at) values ($1, $2, $3, $4, $5)',
        [id, idHash, path, data, now],
      )
    },

    async nextBanner(idHash, path, since) {
      const sql = `select id, data from banners where session_hash = $1 and path in ($2, '/') and said_at >= $3
        order by said_at desc, id limit 1`
      return (await database.get<{ id: string; data: string }>(sql, [idHash, path, since])) ?? null
    },

    async takeBanner(id) {
      return (await database.run('delete from banners where id = $1', [id])) > 0
    },
  }
}
