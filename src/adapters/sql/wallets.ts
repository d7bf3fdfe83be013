import type { Wallets } from '../../ports/store.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { mirrorWallet } from './mirror-wallet.ts'
import { readWallet, tellingChanges } from './read-wallet.ts'

export function sqlWallets(database: Database): Wallets {
  const moved = 'update companies set wallet_version = wallet_version + 1 where id = $1'
  const present = `exists (
    select 1 from payment_methods p where p.company_id = $1 and p.id = $3 and p.removed_at is null)`

  return {
    of: (companyId) => readWallet(database, companyId),

    mirror: (companyId, version, atStripe, now) =>
      database.transaction((queries) => mirrorWallet(queries, companyId, version, atStripe, now)),

    makeDefault: (companyId, paymentMethodId, version, now) =>
      database.transaction(async (queries) => {
        const unchanged = `${moved} and wallet_version = $2 and erasing_at is null and ${present}`
        if ((await queries.run(unchanged, [companyId, version, paymentMethodId])) === 0) return false
        await tellingChanges(queries, companyId, now, () =>
          changeDefault(queries, companyId, paymentMethodId),
        )
        return true
      }),

    async markLeaving(companyId, paymentMethodId, now) {
      await database.transaction(async (queries) => {
        const marked = await queries.run(
          `update payment_methods set removing_at = $3
           where company_id = $1 and id = $2 and removing_at is null and removed_at is null`,
          [companyId, paymentMethodId, now],
        )
        if (marked > 0) await queries.run(moved, [companyId])
      })
    },

    async remove(companyId, paymentMethodId, successorId, now) {
      await database.transaction(async (queries) => {
        await queries.run(moved, [companyId])
        await tellingChanges(queries, companyId, now, () =>
          remove(queries, companyId, paymentMethodId, successorId, now),
        )
      })
    },

    async expiringBetween(from, to) {
      const rows = await database.all<{ company_id: string }>(
        `select distinct company_id from payment_methods
         where removed_at is null and removing_at is null and exp_year * 12 + exp_month between $1 and $2`,
        [monthOf(from - halfDay), monthOf(to)],
      )
      return rows.map((row) => row.company_id)
    },

    async wasRemoved(companyId, paymentMethodId) {
      const sql =
        'select id from payment_methods where company_id = $1 and id = $2 and removed_at is not null'
      return (await database.get(sql, [companyId, paymentMethodId])) !== undefined
    },

    reorder: (companyId, version, ids, entries, now) =>
      database.transaction(async (queries) => {
        const unchanged = `${moved} and wallet_version = $2`
        if ((await queries.run(unchanged, [companyId, version])) === 0) return false
        for (const [position, id] of ids.entries()) {
          await queries.run('update payment_methods set position = $3 where company_id = $1 and id = $2', [
            companyId,
            id,
            position,
          ])
        }
        await writeEntries(queries, entries, now)
        return true
      }),

    async keepDuplicate(companyId, paymentMethodId) {
      await database.run('update payment_methods set duplicate_kept = 1 where company_id = $1 and id = $2', [
        companyId,
        paymentMethodId,
      ])
    },

    async agree({ companyId, memberId, paymentMethodId, consent, at }, entries = []) {
      await database.transaction(async (queries) => {
        const agreed = await queries.run(
          `insert into consents (payment_method_id, company_id, member_id, version, language, wording, agreed_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (payment_method_id) do nothing`,
          [paymentMethodId, companyId, memberId, consent.version, consent.language, consent.wording, at],
        )
        if (agreed > 0) await writeEntries(queries, entries, at)
      })
    },

    async noteCharge(companyId, paymentMethodId, charge) {
      await database.run(
        `update payment_methods set last_charge = $2, last_charge_at = $3
         where id = $1 and company_id = $4 and (last_charge_at is null or last_charge_at <= $3)`,
        [paymentMethodId, JSON.stringify(charge), charge.at, companyId],
      )
    },
  }
}

// It lasts for twelve hours more somewhere on earth.
const halfDay = 12 * 60 * 60 * 1000

function monthOf(time: number): number {
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth() + 1
}

async function changeDefault(queries: Queries, companyId: string, id: string): Promise<void> {
  await queries.run('update payment_methods set is_default = 0 where company_id = $1 and is_default = 1', [
    companyId,
  ])
  await queries.run('update payment_methods set is_default = 1 where company_id = $1 and id = $2', [
    companyId,
    id,
  ])
}

async function remove(
  queries: Queries,
  companyId: string,
  id: string,
  successorId: string | null,
  now: number,
): Promise<void> {
  const wasDefault = await queries.run(
    'update payment_methods set is_default = 0 where company_id = $1 and id = $2 and is_default = 1',
    [companyId, id],
  )
  await queries.run(
    `update payment_methods set removed_at = $3
     where company_id = $1 and id = $2 and removed_at is null`,
    [companyId, id, now],
  )
  if (wasDefault === 0 || successorId === null) return
  await queries.run(
    'update payment_methods set is_default = 1 where company_id = $1 and id = $2 and removed_at is null',
    [companyId, successorId],
  )
}
