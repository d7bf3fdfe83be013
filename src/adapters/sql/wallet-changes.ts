import type { WalletChange, WalletChanges } from '../../ports/store.ts'
import { type Database, type Queries, UniqueViolation } from './database.ts'

interface ChangeRow {
  key: string
  company_id: string
  member_id: string | null
  address: string | null
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
      unlessOvertaken('in flight', () =>
        database.transaction((queries) => begin(queries, change, version, now)),
      ),

    async finish(key) {
      await database.run("update wallet_changes set state = 'done' where key = $1", [withoutAttempt(key)])
    },

    async fail(key, answered, now) {
      await database.run(
        `update wallet_changes set state = $2, next_try_at = $3 + gap,
           gap = case when gap * 2 < $4 then gap * 2 else $4 end
         where key = $1 and state = 'sent'`,
        [withoutAttempt(key), answered ? 'failed' : 'unanswered', now, longestGap],
      )
    },

    takeUp: (now) => unlessOvertaken(null, () => database.transaction((queries) => takeUp(queries, now))),
  }
}

// Another process sent another change of the same company at this very moment, and the index let one through.
async function unlessOvertaken<T, O>(overtaken: O, work: () => Promise<T>): Promise<T | O> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UniqueViolation) return overtaken
    throw error
  }
}

async function begin(
  queries: Queries,
  change: WalletChange,
  version: number,
  now: number,
): Promise<{ key: string } | 'in flight'> {
  if (await anotherIsInFlight(queries, change.companyId, now)) return 'in flight'
  const base = `${change.kind}/${change.companyId}/${change.paymentMethodId}/v${version}`
  if (change.kind === 'default') await supersede(queries, change.companyId, base)
  // Without an answer the same key goes out again; after one, it would only bring the same answer.
  // On PostgreSQL the very same change may have been sent since we looked: then there is no row to return.
  const row = await queries.get<{ attempt: number }>(
    `insert into wallet_changes (key, company_id, member_id, kind, payment_method_id, state, sent_at, next_try_at,
       address)
     values ($1, $2, $3, $4, $5, 'sent', $6, $6, $7)
     on conflict (key) do update set state = 'sent', sent_at = excluded.sent_at,
       attempt = wallet_changes.attempt + case when wallet_changes.state = 'unanswered' then 0 else 1 end
     where wallet_changes.state <> 'sent'
     returning attempt`,
    [base, change.companyId, change.memberId, change.kind, change.paymentMethodId, now, change.address],
  )
  return row ? { key: `${base}/${row.attempt}` } : 'in flight'
}

// Whoever chooses a default again waits for the earlier choice no more.
async function supersede(queries: Queries, companyId: string, base: string): Promise<void> {
  await queries.run(
    `update wallet_changes set state = 'done'
     where company_id = $1 and kind = 'default' and state in ('unanswered', 'failed') and key <> $2`,
    [companyId, base],
  )
}

async function takeUp(queries: Queries, now: number): Promise<(WalletChange & { key: string }) | null> {
  await queries.run(
    "update wallet_changes set state = 'unanswered', next_try_at = $1 where state = 'sent' and (sent_at <= $2 or sent_at > $1)",
    [now, now - lease],
  )
  // The state is asked for outside the subquery again: PostgreSQL looks only there once more at a row that
  // another process has just taken up.
  const row = await queries.get<ChangeRow>(
    `update wallet_changes set state = 'sent', sent_at = $1,
       attempt = attempt + case when state = 'failed' then 1 else 0 end
     where state in ('unanswered', 'failed') and key = (
       select w.key from wallet_changes w
       where w.state in ('unanswered', 'failed') and (w.next_try_at <= $1 or w.next_try_at > $1 + 600000) and not exists (
         select 1 from wallet_changes o where o.company_id = w.company_id and o.state = 'sent')
       order by w.next_try_at limit 1)
     returning key, company_id, member_id, address, kind, payment_method_id, attempt`,
    [now],
  )
  if (!row) return null
  return {
    key: `${row.key}/${row.attempt}`,
    companyId: row.company_id,
    memberId: row.member_id,
    address: row.address,
    kind: row.kind,
    paymentMethodId: row.payment_method_id,
  }
}

async function anotherIsInFlight(queries: Queries, companyId: string, now: number): Promise<boolean> {
  await queries.run(
    "update wallet_changes set state = 'unanswered' where company_id = $1 and state = 'sent' and (sent_at <= $2 or sent_at > $3)",
    [companyId, now - lease, now + lease],
  )
  const sql = "select key from wallet_changes where company_id = $1 and state = 'sent'"
  return (await queries.get(sql, [companyId])) !== undefined
}

function withoutAttempt(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}
