import type { Attempt, OpenOutcome } from '../../invoices/attempt.ts'
import { entryOfAttempt, entryOfPaid } from '../../invoices/entries.ts'
import { newsOfPaid } from '../../invoices/news.ts'
import type { NewAttempt, Settlement } from '../../ports/invoices.ts'
import { writeEntries } from './activity.ts'
import { type Database, type Queries, UniqueViolation } from './database.ts'
import { notErasing } from './erase-company.ts'
import { type AttemptRow, attemptColumns, toAttempt } from './invoice-row.ts'
import { attemptsOf, invoiceOf, mirrorInvoice, saveInvoice } from './mirror-invoice.ts'
import { writeMails } from './outbox-rows.ts'

// By Stripe's fingerprint: one card saved twice is one card.
const sameCard = '(d.payment_method_id = p.id or d.fingerprint = p.fingerprint)'

/** The row is durable when this resolves; until then nothing was sent. */
export async function beginAttempt(
  database: Database,
  attempt: NewAttempt,
  leaseUntil: number,
): Promise<Attempt | 'overtaken'> {
  try {
    const row = await database.transaction((queries) => insert(queries, attempt, leaseUntil))
    return row ? toAttempt(row) : 'overtaken'
  } catch (error) {
    // Another process began one of its own at this very moment, and the index let one through.
    if (error instanceof UniqueViolation) return 'overtaken'
    throw error
  }
}

// One statement says all that has to be so, at the moment that it is written.
async function insert(
  queries: Queries,
  attempt: NewAttempt,
  leaseUntil: number,
): Promise<AttemptRow | undefined> {
  const { card } = attempt
  // The caps count across invoices: those of one company begin one after the other, on PostgreSQL too.
  await queries.run('update companies set wallet_version = wallet_version where id = $1', [attempt.companyId])
  const row = await queries.get<AttemptRow>(
    `insert into attempts (id, invoice_id, company_id, number, run, payment_method_id, brand, last4, fingerprint,
       made_by, member_id, address, body, amount, currency, started_at, outcome, next_try_at)
     select $1, i.id, i.company_id, $4, $5, p.id, p.brand, p.last4, p.fingerprint, $7, $8, $15, $9, $10, $11, $12, 'sent', $13
     from invoices i join payment_methods p on p.company_id = i.company_id
     where i.id = $2 and i.company_id = $3 and i.status = 'open' and (i.rest is null or i.rest <> 'review')
       and p.id = $6 and p.removed_at is null and p.removing_at is null and ${notErasing('i.company_id')}
       and $4 = 1 + coalesce((select max(a.number) from attempts a where a.invoice_id = i.id), 0)
       -- What the caps were counted from, and no bank at this very card for another invoice.
       and $14 = (select count(*) from attempts d where d.company_id = i.company_id and ${sameCard}
         and (d.outcome in ('declined', 'needs cardholder') or d.settled_at is null))
       and not exists (select 1 from attempts d where d.company_id = i.company_id and ${sameCard}
         and d.outcome = 'sent')
     returning ${attemptColumns}`,
    [
      attempt.id,
      attempt.invoiceId,
      attempt.companyId,
      attempt.number,
      attempt.run,
      card.id,
      attempt.madeBy,
      attempt.memberId,
      attempt.body,
      attempt.amount,
      attempt.currency,
      attempt.startedAt,
      leaseUntil,
      attempt.seen,
      attempt.address,
    ],
  )
  // A run ends the rest before it; a member who pays by hand begins none.
  if (row && attempt.madeBy === 'guichet') {
    await queries.run(
      'update invoices set run = $2, rest = null, rest_why = null, next_run_at = null where id = $1',
      [attempt.invoiceId, attempt.run],
    )
  }
  return row
}

export async function settleAttempt(
  queries: Queries,
  attemptId: string,
  settlement: Settlement,
  now: number,
): Promise<boolean> {
  const { outcome, decline, chargeId, why, facts, reading } = settlement
  const row = await queries.get<AttemptRow>(
    `update attempts set outcome = $2, code = $3, decline_code = $4, advice_code = $5, blocked = $6, charge_id = $7,
       settled_at = $8
     where id = $1 and settled_at is null returning ${attemptColumns}`,
    [
      attemptId,
      outcome,
      decline?.code ?? null,
      decline?.declineCode ?? null,
      decline?.adviceCode ?? null,
      decline?.blocked ? 1 : 0,
      await freeCharge(queries, chargeId),
      now,
    ],
  )
  if (!row) return false
  const attempt = { ...toAttempt(row), outcome }
  const { companyId, invoiceId } = attempt
  if (outcome === 'review') await putInReview(queries, invoiceId, why ?? null)
  const readAt = await afterLastReading(queries, invoiceId)
  if (facts) await saveInvoice(queries, companyId, facts, readAt)
  // Only now that this one is told apart from the charges that were made beside it.
  if (reading?.facts.id === invoiceId) await mirrorInvoice(queries, companyId, reading, readAt, now)
  const invoice = await invoiceOf(queries, companyId, invoiceId)
  if (!invoice) return true
  const entries = [entryOfAttempt(invoice, attempt, outcome === 'review' ? (why ?? null) : null)]
  if (invoice.status === 'paid') {
    const attempts = await attemptsOf(queries, invoiceId)
    await writeMails(queries, newsOfPaid(invoice, attempts), now)
    entries.push(entryOfPaid(invoice, attempts))
  }
  await writeEntries(queries, entries, now)
  return true
}

// An answer to what we sent is newer than what we had read before we sent it.
async function afterLastReading(queries: Queries, invoiceId: string): Promise<number> {
  const row = await queries.get<{ read_at: number }>('select read_at from invoices where id = $1', [
    invoiceId,
  ])
  return (row?.read_at ?? 0) + 1
}

// A charge that another row tells of already is not told of twice.
async function freeCharge(queries: Queries, chargeId: string | null): Promise<string | null> {
  if (chargeId === null) return null
  const taken = await queries.get('select id from attempts where charge_id = $1', [chargeId])
  return taken === undefined ? chargeId : null
}

async function putInReview(queries: Queries, invoiceId: string, why: string | null): Promise<void> {
  await queries.run("update invoices set rest = 'review', rest_why = $2, next_run_at = null where id = $1", [
    invoiceId,
    why,
  ])
}

export async function postponeAttempt(
  database: Database,
  attemptId: string,
  outcome: OpenOutcome,
  nextTryAt: number,
): Promise<void> {
  await database.run(
    'update attempts set outcome = $2, next_try_at = $3 where id = $1 and settled_at is null',
    [attemptId, outcome, nextTryAt],
  )
}

// Later than any pause: it was written before the clock went back.
const due = '(next_try_at <= $1 or next_try_at > $1 + 360000)'

// The condition is repeated outside the subquery: PostgreSQL looks only there once more at a row that another
// process has just taken up.
export async function takeUpAttempt(
  database: Database,
  now: number,
  leaseUntil: number,
): Promise<Attempt | null> {
  const row = await database.get<AttemptRow>(
    `update attempts set next_try_at = $2, tries = tries + 1
     where settled_at is null and ${due} and id = (
       select id from attempts where settled_at is null and ${due} order by next_try_at limit 1)
     returning ${attemptColumns}`,
    [now, leaseUntil],
  )
  return row ? toAttempt(row) : null
}
