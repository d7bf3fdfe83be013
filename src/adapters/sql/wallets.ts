import type { Wallets } from '../../ports/store.ts'
import type { Database } from './database.ts'
import { mirrorWallet } from './mirror-wallet.ts'
import { type PaymentMethodRow, paymentMethodColumns, toPaymentMethod } from './payment-method-row.ts'

interface WalletRow extends PaymentMethodRow {
  wallet_version: number
  awaited_id: string | null
}

export function sqlWallets(database: Database): Wallets {
  const moved = 'update companies set wallet_version = wallet_version + 1 where id = $1'
  const present = `exists (
    select 1 from payment_methods p where p.company_id = $1 and p.id = $3 and p.removed_at is null)`

  return {
    async of(companyId) {
      // One statement, so that the version and the rows are of one moment. Sorted here: SQLite would build a
      // table for that, and take as long for it as for all the rest.
      const rows = await database.all<WalletRow>(
        `select c.wallet_version, w.payment_method_id as awaited_id, ${paymentMethodColumns}
         from companies c
         left join wallet_changes w on w.company_id = c.id and w.kind = 'default' and w.state <> 'done'
         left join payment_methods p on p.company_id = c.id and p.removed_at is null
         left join consents a on a.payment_method_id = p.id and a.company_id = p.company_id
         where c.id = $1`,
        [companyId],
      )
      return {
        version: rows[0]?.wallet_version ?? 0,
        awaitedDefaultId: rows[0]?.awaited_id ?? null,
        methods: rows
          .filter((row) => row.id !== null)
          .sort(byPosition)
          .map(toPaymentMethod),
      }
    },

    mirror: (companyId, version, atStripe, now) =>
      database.transaction((queries) => mirrorWallet(queries, companyId, version, atStripe, now)),

    makeDefault: (companyId, paymentMethodId, version) =>
      database.transaction(async (queries) => {
        const unchanged = `${moved} and wallet_version = $2 and ${present}`
        if ((await queries.run(unchanged, [companyId, version, paymentMethodId])) === 0) return false
        await queries.run(
          'update payment_methods set is_default = 0 where company_id = $1 and is_default = 1',
          [companyId],
        )
        await queries.run('update payment_methods set is_default = 1 where company_id = $1 and id = $2', [
          companyId,
          paymentMethodId,
        ])
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
        const wasDefault = await queries.run(
          'update payment_methods set is_default = 0 where company_id = $1 and id = $2 and is_default = 1',
          [companyId, paymentMethodId],
        )
        await queries.run(
          `update payment_methods set removed_at = $3
           where company_id = $1 and id = $2 and removed_at is null`,
          [companyId, paymentMethodId, now],
        )
        if (wasDefault > 0 && successorId !== null) {
          await queries.run(
            'update payment_methods set is_default = 1 where company_id = $1 and id = $2 and removed_at is null',
            [companyId, successorId],
          )
        }
      })
    },

    async wasRemoved(companyId, paymentMethodId) {
      const sql =
        'select id from payment_methods where company_id = $1 and id = $2 and removed_at is not null'
      return (await database.get(sql, [companyId, paymentMethodId])) !== undefined
    },

    reorder: (companyId, version, ids) =>
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
        return true
      }),

    async keepDuplicate(companyId, paymentMethodId) {
      await database.run('update payment_methods set duplicate_kept = 1 where company_id = $1 and id = $2', [
        companyId,
        paymentMethodId,
      ])
    },

    async agree({ companyId, memberId, paymentMethodId, consent, at }) {
      await database.run(
        `insert into consents (payment_method_id, company_id, member_id, version, language, wording, agreed_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (payment_method_id) do nothing`,
        [paymentMethodId, companyId, memberId, consent.version, consent.language, consent.wording, at],
      )
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

function byPosition(one: PaymentMethodRow, other: PaymentMethodRow): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1)
}
