import type { Asker, Erasing, Privacy } from '../../ports/privacy.ts'
import { formerCompany } from '../../privacy/pseudonym.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { forgetMember } from './erase-member.ts'

type OfCompanies = Pick<
  Privacy,
  'beginErasure' | 'takeUpErasure' | 'postponeErasure' | 'finishErasure' | 'isErasing'
>

interface ErasingRow {
  id: string
  stripe_customer_id: string | null
  erasing_tries: number
}

const columns = 'id, stripe_customer_id, erasing_tries'
const open = 'erasing_at is not null and erased_at is null'
// Later than any pause: it was written before the clock went back.
const due = '(erasing_next_try_at <= $1 or erasing_next_try_at > $1 + 600000)'
/** No invoice is claimed for longer; see collect-due.ts. */
const longestClaim = 90_000

/** For statements about rows of many companies: those of one that is being erased, or is erased, are left alone. */
export function notErasing(companyId: string): string {
  return `not exists (select 1 from companies e where e.id = ${companyId} and e.erasing_at is not null)`
}

export async function isErasing(queries: Queries, companyId: string): Promise<boolean> {
  const sql = 'select id from companies where id = $1 and erasing_at is not null'
  return (await queries.get(sql, [companyId])) !== undefined
}

export function sqlCompanyErasure(database: Database): OfCompanies {
  return {
    beginErasure: (asker, now, leaseUntil) =>
      database.transaction((queries) => begin(queries, asker, now, leaseUntil)),

    // The condition is repeated outside the subquery: PostgreSQL looks only there once more at a row that another
    // process has just taken up.
    async takeUpErasure(now, leaseUntil) {
      const row = await database.get<ErasingRow>(
        `update companies set erasing_next_try_at = $2, erasing_tries = erasing_tries + 1
         where ${open} and ${due} and id = (
           select id from companies where ${open} and ${due} order by erasing_next_try_at limit 1)
         returning ${columns}`,
        [now, leaseUntil],
      )
      return row ? toErasing(row) : null
    },

    async postponeErasure(companyId, nextTryAt) {
      await database.run(`update companies set erasing_next_try_at = $2 where id = $1 and ${open}`, [
        companyId,
        nextTryAt,
      ])
    },

    finishErasure: (companyId, now) => database.transaction((queries) => finish(queries, companyId, now)),

    isErasing: (companyId) => isErasing(database, companyId),
  }
}

async function begin(
  queries: Queries,
  asker: Asker,
  now: number,
  leaseUntil: number,
): Promise<Erasing | 'in flight' | 'collecting' | 'gone'> {
  const { companyId } = asker
  // An attempt begins by changing this row too: from here on it waits, and what it finds afterwards is the mark.
  const held = await queries.get<{ erasing_at: number | null }>(
    `update companies set wallet_version = wallet_version where id = $1 and erased_at is null
     returning erasing_at`,
    [companyId],
  )
  if (!held) return 'gone'
  const hindrance = await moneyUnderWay(queries, companyId, now)
  if (hindrance) return hindrance
  // Who presses again goes on at once. Two at it do no harm: a card goes once, and so does a company.
  const row = await queries.get<ErasingRow>(
    `update companies set erasing_at = coalesce(erasing_at, $2), erasing_by = coalesce(erasing_by, $3),
       erasing_next_try_at = $4, erasing_tries = erasing_tries + 1, wallet_version = wallet_version + 1
     where id = $1 returning ${columns}`,
    [companyId, now, asker.memberId, leaseUntil],
  )
  if (!row) return 'gone'
  if (held.erasing_at === null) await stopEverything(queries, asker, now)
  return toErasing(row)
}

// Nobody erases what a bank may still be charging, nor what is being seen to at this moment.
async function moneyUnderWay(
  queries: Queries,
  companyId: string,
  now: number,
): Promise<'in flight' | 'collecting' | null> {
  const uncertain = await queries.get(
    `select id from attempts where company_id = $1 and settled_at is null
     union all
     select id from invoices where company_id = $1 and status = 'open' and payment = 'processing'
     limit 1`,
    [companyId],
  )
  if (uncertain) return 'in flight'
  const claimed = await queries.get(
    `select id from invoices where company_id = $1 and status = 'open'
       and leased_until > $2 and leased_until <= $3 limit 1`,
    [companyId, now, now + longestClaim],
  )
  return claimed ? 'collecting' : null
}

async function stopEverything(
  queries: Queries,
  { companyId, memberId, address }: Asker,
  now: number,
): Promise<void> {
  await queries.run(
    `update payment_methods set removing_at = coalesce(removing_at, $2)
     where company_id = $1 and removed_at is null`,
    [companyId, now],
  )
  // What was to be asked of Stripe is overtaken: all of its cards go.
  await queries.run("update wallet_changes set state = 'done' where company_id = $1", [companyId])
  await queries.run('update subscriptions set follow_wanted_at = null where company_id = $1', [companyId])
  await queries.run('delete from outbox where company_id = $1 and sent_at is null', [companyId])
  await queries.run(
    `update invitations set withdrawn_at = coalesce(withdrawn_at, $2)
     where company_id = $1 and accepted_at is null`,
    [companyId, now],
  )
  const entry = { companyId, memberId, address, action: 'company erased', facts: {} } as const
  await writeEntries(queries, [{ ...entry, result: 'unanswered' }], now)
}

/** What goes with a company, row by row; a test holds every other table to a reason why it does not. */
export const goneWithCompany = [
  'outbox',
  'invitations',
  'payment_methods',
  'wallet_changes',
  'subscriptions',
] as const

async function finish(queries: Queries, companyId: string, now: number): Promise<void> {
  const done = await queries.get<{ erasing_by: string | null }>(
    `update companies set erased_at = $2, name = $3, billing_details = '{}', erasing_next_try_at = null,
       wallet_version = wallet_version + 1
     where id = $1 and ${open} returning erasing_by`,
    [companyId, now, formerCompany(companyId)],
  )
  if (!done) return
  for (const table of goneWithCompany)
    await queries.run(`delete from ${table} where company_id = $1`, [companyId])
  await keepMoneyAlone(queries, companyId)
  await letPeopleGo(queries, companyId, now)
  const entry = { companyId, memberId: done.erasing_by, address: null, action: 'company erased' } as const
  await writeEntries(queries, [{ ...entry, facts: {}, result: 'done' }], now)
}

// Ids, numbers, amounts, times and outcomes: what the books need. What a line says may name somebody, and Stripe's
// pages show an address.
async function keepMoneyAlone(queries: Queries, companyId: string): Promise<void> {
  await queries.run(
    `update invoices set lines = '[]', hosted_url = null, pdf_url = null, next_run_at = null, leased_until = 0
     where company_id = $1`,
    [companyId],
  )
  await queries.run(
    'update attempts set last4 = null, fingerprint = null, address = null where company_id = $1',
    [companyId],
  )
  await queries.run('update setups set address = null where company_id = $1', [companyId])
}

async function letPeopleGo(queries: Queries, companyId: string, now: number): Promise<void> {
  const people = await queries.all<{ member_id: string }>(
    'delete from memberships where company_id = $1 returning member_id',
    [companyId],
  )
  for (const { member_id: memberId } of people) {
    const elsewhere = 'select company_id from memberships where member_id = $1'
    if (!(await queries.get(elsewhere, [memberId]))) await forgetMember(queries, memberId, now)
  }
}

function toErasing(row: ErasingRow): Erasing {
  return { companyId: row.id, stripeCustomerId: row.stripe_customer_id, tries: row.erasing_tries }
}
