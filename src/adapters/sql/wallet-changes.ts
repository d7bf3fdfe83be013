import type { WalletChange, WalletChanges } from '../../ports/store.ts'
import { type Database, type Queries, UniqueViolation } from './database.ts'

interface ChangeRow {
  key: string
  company_id: string
  member_id: string | null
  kind: WalletChange['kind']
  payment_method_id: string
  attempt: number
}

// Longer than any call to Stripe takes: whoever sent it has died meanwhile.
const lease = 60_000
const longestGap = 5 * 60_000

export function sqlWalletChanges(database: Database): WalletChanges {
  return {
    begin: (change, version, now) =>
      database.transaction(async (queries) => {
        if (await anotherIsInFlight(queries, change.companyId, now)) return 'in flight'
        const base = `${change.kind}/${change.companyId}/${change.paymentMethodId}/v${version}`
        const row = await queries.get<{ attempt: number }>(
          // Without an answer the same key goes out again; after one, it would only bring the same answer.
          `insert into wallet_changes (key, company_id, member_id, kind, payment_method_id, state, sent_at, next_try_at)
           values ($1, $2, $3, $4, $5, 'sent', $6, $6)
           on conflict (key) do update set state = 'sent', sent_at = excluded.sent_at,
             attempt = wallet_changes.attempt + case when wallet_changes.state = 'unanswered' then 0 else 1 end
           returning attempt`,
          [base, change.companyId, change.memberId, change.kind, change.paymentMethodId, now],
        )
        return { key: `${base}/${row?.attempt ?? 1}` }
      }),

    async finish(key) {
      await database.run("update wallet_changes set state = 'done' where key = $1", [withoutAttempt(key)])
    },

    async fail(key, answered, now) {
      await database.run(
        'update wallet_changes set state = $2, next_try_at = $3 + gap, gap = case when gap < $4 then gap * 2 else gap end where key = $1',
        [withoutAttempt(key), answered ? 'failed' : 'unanswered', now, longestGap],
      )
    },

    async takeUp(now) {
      try {
        return await database.transaction((queries) => takeUp(queries, now))
      } catch (error) {
        // Another process took up another change of the same company at this very moment.
        if (error instanceof UniqueViolation) return null
        throw error
      }
    },
  }
}

async function takeUp(queries: Queries, now: number): Promise<(WalletChange & { key: string }) | null> {
  await queries.run(
    "update wallet_changes set state = 'unanswered', next_try_at = $1 where state = 'sent' and sent_at <= $2",
    [now, now - lease],
  )
  const row = await queries.get<ChangeRow>(
    `update wallet_changes set state = 'sent', sent_at = $1,
       attempt = attempt + case when state = 'failed' then 1 else 0 end
     where key = (
       select w.key from wallet_changes w
       where w.state in ('unanswered', 'failed') and w.next_try_at <= $1 and not exists (
         select 1 from wallet_changes o where o.company_id = w.company_id and o.state = 'sent')
       order by w.next_try_at limit 1)
     returning key, company_id, member_id, kind, payment_method_id, attempt`,
    [now],
  )
  if (!row) return null
  return {
    key: `${row.key}/${row.attempt}`,
    companyId: row.company_id,
    memberId: row.member_id,
    kind: row.kind,
    paymentMethodId: row.payment_method_id,
  }
}

async function anotherIsInFlight(queries: Queries, companyId: string, now: number): Promise<boolean> {
  await queries.run(
    "update wallet_changes set state = 'unanswered' where company_id = $1 and state = 'sent' and sent_at <= $2",
    [companyId, now - lease],
  )
  const sql = "select key from wallet_changes where company_id = $1 and state = 'sent'"
  return (await queries.get(sql, [companyId])) !== undefined
}

function withoutAttempt(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}
