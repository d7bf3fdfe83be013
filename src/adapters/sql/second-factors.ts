import type { SecondFactors } from '../../ports/accounts.ts'
import type { Database, Queries } from './database.ts'
import { tell } from './tell.ts'

interface FactorRow {
  secret: string
  begun_at: number
  on_since: number | null
}

export function sqlSecondFactors(database: Database): SecondFactors {
  return {
    async of(memberId) {
      const sql = 'select secret, begun_at, on_since from second_factors where member_id = $1'
      const row = await database.get<FactorRow>(sql, [memberId])
      return row ? { secret: row.secret, begunAt: row.begun_at, onSince: row.on_since } : null
    },

    async begin(memberId, secret, now) {
      const begun = await database.run(
        `insert into second_factors (member_id, secret, begun_at) values ($1, $2, $3)
         on conflict (member_id) do update set secret = $2, begun_at = $3
         where second_factors.on_since is null`,
        [memberId, secret, now],
      )
      return begun === 1
    },

    turnOn: (memberId, secret, step, codeHashes, told, now) =>
      database.transaction(async (queries) => {
        const on = await queries.run(
          `update second_factors set on_since = $4, last_step = $3
           where member_id = $1 and secret = $2 and on_since is null`,
          [memberId, secret, step, now],
        )
        if (on === 0) return false
        await writeCodes(queries, memberId, codeHashes)
        await tell(queries, told, now)
        return true
      }),

    turnOff: (memberId, told, now) =>
      database.transaction(async (queries) => {
        const off = await queries.run(
          'delete from second_factors where member_id = $1 and on_since is not null',
          [memberId],
        )
        if (off === 0) return false
        await queries.run('delete from recovery_codes where member_id = $1', [memberId])
        await tell(queries, told, now)
        return true
      }),

    async takeStep(memberId, step) {
      const sql = `update second_factors set last_step = $2
        where member_id = $1 and on_since is not null and last_step < $2`
      return (await database.run(sql, [memberId, step])) === 1
    },

    async reseal(memberId, before, after) {
      const sql = 'update second_factors set secret = $3 where member_id = $1 and secret = $2'
      await database.run(sql, [memberId, before, after])
    },

    async recoveryCodes(memberId) {
      const sql = `select code_hash from recovery_codes
        where member_id = $1 and used_at is null order by code_hash`
      return (await database.all<{ code_hash: string }>(sql, [memberId])).map((row) => row.code_hash)
    },

    useRecoveryCode: (memberId, codeHash, told, now) =>
      database.transaction(async (queries) => {
        const used = await queries.run(
          'update recovery_codes set used_at = $3 where member_id = $1 and code_hash = $2 and used_at is null',
          [memberId, codeHash, now],
        )
        if (used === 0) return false
        await tell(queries, told, now)
        return true
      }),

    replaceRecoveryCodes: (memberId, codeHashes, told, now) =>
      database.transaction(async (queries) => {
        // Changing the row, even to what it was, lets one replacement wait for the other.
        const on = await queries.run(
          'update second_factors set on_since = on_since where member_id = $1 and on_since is not null',
          [memberId],
        )
        if (on === 0) return false
        await queries.run('delete from recovery_codes where member_id = $1', [memberId])
        await writeCodes(queries, memberId, codeHashes)
        await tell(queries, told, now)
        return true
      }),
  }
}

async function writeCodes(queries: Queries, memberId: string, codeHashes: readonly string[]): Promise<void> {
  for (const hash of codeHashes)
    await queries.run('insert into recovery_codes (member_id, code_hash) values ($1, $2)', [memberId, hash])
}
