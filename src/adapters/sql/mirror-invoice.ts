import type { Attempt, SettledOutcome } from '../../invoices/attempt.ts'
import { entryOfAttempt, entryOfPaid, isRecent } from '../../invoices/entries.ts'
import { type Invoice, type InvoiceFacts, mayBecome } from '../../invoices/invoice.ts'
import { newsOfPaid } from '../../invoices/news.ts'
import { type Claim, reconcile } from '../../invoices/reconcile-charges.ts'
import type { InvoiceAtStripe } from '../../ports/invoice-gateway.ts'
import { writeEntries } from './activity.ts'
import type { Queries } from './database.ts'
import {
  type AttemptRow,
  attemptColumns,
  factValues,
  type InvoiceRow,
  invoiceColumns,
  saveFacts,
  toAttempt,
  toInvoice,
} from './invoice-row.ts'
import { writeMails } from './outbox-rows.ts'

/** Our copy of an invoice made to say what Stripe says, with the charges that were not our doing. */
export async function mirrorInvoice(
  queries: Queries,
  companyId: string,
  atStripe: InvoiceAtStripe,
  readAt: number,
  now: number,
): Promise<void> {
  const before = await invoiceOf(queries, companyId, atStripe.facts.id)
  if (!(await saveInvoice(queries, companyId, atStripe.facts, readAt))) return
  const invoice = await invoiceOf(queries, companyId, atStripe.facts.id)
  if (!invoice) return
  const told = await account(queries, invoice, atStripe, now)
  const entries = told
    .filter((attempt) => before || isRecent(attempt.startedAt, now))
    .map((attempt) => entryOfAttempt(invoice, attempt))
  // While one of ours is on its way, nobody knows yet which card paid: it is told of when that one is settled.
  const isPaid = invoice.status === 'paid' && before?.status !== 'paid' && !invoice.isInFlight
  if (isPaid) {
    const attempts = await attemptsOf(queries, invoice.id)
    if (before) await writeMails(queries, newsOfPaid(invoice, attempts), now)
    if (before || isRecent(invoice.paidAt ?? invoice.createdAt, now))
      entries.push(entryOfPaid(invoice, attempts))
  }
  await writeEntries(queries, entries, now)
}

/** False, and nothing done, where what we have is newer, or its company is being erased. */
export async function saveInvoice(
  queries: Queries,
  companyId: string,
  facts: InvoiceFacts,
  readAt: number,
): Promise<boolean> {
  const kept = await queries.get<{ status: Invoice['status'] }>(
    'select status from invoices where company_id = $1 and id = $2',
    [companyId, facts.id],
  )
  if (kept && !mayBecome(kept.status, facts.status)) return false
  // The statement looks once more: on PostgreSQL another reading may have been saved since.
  return (await queries.run(saveFacts, factValues(companyId, facts, readAt))) === 1
}

type Settled = Attempt & { readonly outcome: SettledOutcome }

/** The attempts of which there is something new to say. */
async function account(
  queries: Queries,
  invoice: Invoice,
  atStripe: InvoiceAtStripe,
  now: number,
): Promise<Settled[]> {
  const attempts = await attemptsOf(queries, invoice.id)
  if (attempts.some(({ settledAt }) => settledAt === null)) return []
  const { claims, found, run } = reconcile(invoice, attempts, atStripe, now)
  for (const claim of claims) await settleClaim(queries, claim)
  for (const attempt of found) await insertFound(queries, attempt)
  // Stripe tried by itself while we were at rest: the run that it opened is ours to go on with.
  if (run > invoice.run) {
    await queries.run(
      `update invoices set run = $2, rest = null, rest_why = null, next_run_at = null
       where id = $1 and (rest is null or rest not in ('review', 'stopped'))`,
      [invoice.id, run],
    )
  }
  const settled = invoice.payment !== 'processing' && invoice.rest?.kind === 'processing'
  if (settled)
    await queries.run("update invoices set rest = null where id = $1 and rest = 'processing'", [invoice.id])
  return [...attempts.flatMap((attempt) => claimed(attempt, claims)), ...found.filter(isSettled)]
}

// An answer that came later than its attempt's: a cardholder confirmed, or a charge was made after all.
function claimed(attempt: Attempt, claims: readonly Claim[]): Settled[] {
  const claim = claims.find(({ attemptId }) => attemptId === attempt.id)
  return claim && claim.outcome !== attempt.outcome
    ? [{ ...attempt, outcome: claim.outcome, decline: claim.decline }]
    : []
}

function isSettled(attempt: Attempt): attempt is Settled {
  return attempt.settledAt !== null
}

async function settleClaim(
  queries: Queries,
  { attemptId, chargeId, outcome, decline, at }: Claim,
): Promise<void> {
  await queries.run(
    `update attempts set charge_id = $2, outcome = $3, code = $4, decline_code = $5, advice_code = $6, blocked = $7,
       settled_at = case when outcome = $3 then settled_at else $8 end
     where id = $1`,
    [
      attemptId,
      chargeId,
      outcome,
      decline?.code ?? null,
      decline?.declineCode ?? null,
      decline?.adviceCode ?? null,
      decline?.blocked ? 1 : 0,
      at,
    ],
  )
}

async function insertFound(queries: Queries, attempt: Attempt): Promise<void> {
  const { card, decline } = attempt
  await queries.run(
    `insert into attempts (id, invoice_id, company_id, number, run, payment_method_id, brand, last4, fingerprint,
       made_by, amount, currency, started_at, outcome, code, decline_code, advice_code, blocked, charge_id, settled_at,
       next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $13, $13)`,
    [
      attempt.id,
      attempt.invoiceId,
      attempt.companyId,
      attempt.number,
      attempt.run,
      card.id,
      card.brand,
      card.last4,
      card.fingerprint,
      attempt.madeBy,
      attempt.amount,
      attempt.currency,
      attempt.startedAt,
      attempt.outcome,
      decline?.code ?? null,
      decline?.declineCode ?? null,
      decline?.adviceCode ?? null,
      decline?.blocked ? 1 : 0,
      attempt.chargeId,
    ],
  )
}

export async function invoiceOf(
  queries: Queries,
  companyId: string,
  id: string,
): Promise<Invoice | undefined> {
  const sql = `select ${invoiceColumns} from invoices where company_id = $1 and id = $2`
  const row = await queries.get<InvoiceRow>(sql, [companyId, id])
  return row && toInvoice(row)
}

export async function attemptsOf(queries: Queries, invoiceId: string): Promise<Attempt[]> {
  const sql = `select ${attemptColumns} from attempts where invoice_id = $1 order by number`
  return (await queries.all<AttemptRow>(sql, [invoiceId])).map(toAttempt)
}
