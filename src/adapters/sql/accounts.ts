import type { Accounts } from '../../ports/accounts.ts'
import type { Database } from './database.ts'
import { tell } from './tell.ts'

export function sqlAccounts(database: Database): Accounts {
  return {
    rename: (memberId, name, told, now) =>
      database.transaction(async (queries) => {
        await queries.run('update members set name = $2 where id = $1', [memberId, name])
        await tell(queries, told, now)
      }),

    speak: (memberId, language, told, now) =>
      database.transaction(async (queries) => {
        await queries.run('update members set language = $2 where id = $1', [memberId, language])
        await tell(queries, told, now)
      }),

    async hear(memberId, language) {
      await database.run(
        `update members set heard_language = $2
         where id = $1 and (heard_language is null or heard_language <> $2)`,
        [memberId, language],
      )
    },

    async passwordHash(memberId) {
      const sql = 'select password_hash from members where id = $1'
      return (await database.get<{ password_hash: string | null }>(sql, [memberId]))?.password_hash ?? null
    },

    changePassword: (memberId, passwordHash, told, now) =>
      database.transaction(async (queries) => {
        await queries.run('update members set password_hash = $2 where id = $1', [memberId, passwordHash])
        await queries.run('update password_links set used_at = $2 where member_id = $1 and used_at is null', [
          memberId,
          now,
        ])
        await queries.run('delete from sessions where member_id = $1', [memberId])
        await tell(queries, told, now)
      }),

    offerReset: (memberId, tokenHash, expiresAt, told, now) =>
      database.transaction(async (queries) => {
        await queries.run(
          'insert into password_links (token_hash, member_id, expires_at) values ($1, $2, $3)',
          [tokenHash, memberId, expiresAt],
        )
        await tell(queries, told, now)
      }),
  }
}
