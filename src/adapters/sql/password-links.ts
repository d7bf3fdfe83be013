import type { PasswordLinks } from '../../ports/store.ts'
import type { Database } from './database.ts'
import { type MemberRow, memberColumns, toMember } from './members.ts'
import { tell } from './tell.ts'

export function sqlPasswordLinks(database: Database): PasswordLinks {
  return {
    async add(tokenHash, memberId, expiresAt) {
      await database.run(
        'insert into password_links (token_hash, member_id, expires_at) values ($1, $2, $3)',
        [tokenHash, memberId, expiresAt],
      )
    },

    async memberFor(tokenHash, now) {
      const row = await database.get<MemberRow>(
        `select ${memberColumns} from password_links l join members m on m.id = l.member_id
         where l.token_hash = $1 and l.used_at is null and l.expires_at > $2`,
        [tokenHash, now],
      )
      return row ? toMember(row) : null
    },

    use: (tokenHash, passwordHash, told, now) =>
      database.transaction(async (queries) => {
        const spent = await queries.get<{ member_id: string }>(
          `update password_links set used_at = $2
           where token_hash = $1 and used_at is null and expires_at > $2 returning member_id`,
          [tokenHash, now],
        )
        if (!spent) return false
        await queries.run('update password_links set used_at = $2 where member_id = $1 and used_at is null', [
          spent.member_id,
          now,
        ])
        await queries.run('update members set password_hash = $2 where id = $1', [
          spent.member_id,
          passwordHash,
        ])
        // Whoever was signed in by the old password is not any more.
        await queries.run('delete from sessions where member_id = $1', [spent.member_id])
        await tell(queries, told, now)
        return true
      }),
  }
}
