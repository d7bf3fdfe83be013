import type { Attempt, Decline } from '../../invoices/attempt.ts'
import type { Invoice, InvoiceFacts, Rest, RestReason } from '../../invoices/invoice.ts'
import type { Value } from './database.ts'

export interface InvoiceRow {
  id: string
  company_id: string
  number: string | null
  status: Invoice['status']
  currency: string
  amount_due: number
  amount_paid: number
  amount_remaining: number
  automatic: number
  attempted: number
  created_at: number
  finalized_at: number | null
  due_at: number | null
  paid_at: number | null
  next_stripe_attempt_at: number | null
  hosted_url: string | null
  pdf_url: string | null
  lines: string
  payment: Invoice['payment']
  run: number
  reviewed_to: number
  read_at: number
  in_flight: number
  rest: Rest | null
  rest_why: RestReason | null
  next_run_at: number | null
}

const factNames = `id, company_id, number, status, currency, amount_due, amount_paid, amount_remaining, automatic,
  attempted, created_at, finalized_at, due_at, paid_at, next_stripe_attempt_at, hosted_url, pdf_url, lines, payment`

export const invoiceColumns = `${factNames}, run, reviewed_to, read_at, rest, rest_why, next_run_at,
  (select count(*) from attempts f where f.invoice_id = invoices.id and f.settled_at is null) as in_flight`

export function toInvoice(row: InvoiceRow): Invoice {
  return {
    id: row.id,
    companyId: row.company_id,
    readAt: row.read_at,
    number: row.number,
    status: row.status,
    currency: row.currency,
    amountDue: row.amount_due,
    amountPaid: row.amount_paid,
    amountRemaining: row.amount_remaining,
    isAutomatic: row.automatic === 1,
    wasAttempted: row.attempted === 1,
    createdAt: row.created_at,
    finalizedAt: row.finalized_at,
    dueAt: row.due_at,
    paidAt: row.paid_at,
    nextStripeAttemptAt: row.next_stripe_attempt_at,
    hostedUrl: row.hosted_url,
    pdfUrl: row.pdf_url,
    lines: JSON.parse(row.lines),
    payment: row.payment,
    run: row.run,
    isInFlight: row.in_flight > 0,
    reviewedTo: row.reviewed_to,
    rest: row.rest === null ? null : { kind: row.rest, why: row.rest_why, until: row.next_run_at },
  }
}

/** The values of `saveFacts`, in its order. */
export function factValues(companyId: string, facts: InvoiceFacts, readAt: number): Value[] {
  return [
    facts.id,
    companyId,
    facts.number,
    facts.status,
    facts.currency,
    facts.amountDue,
    facts.amountPaid,
    facts.amountRemaining,
    facts.isAutomatic ? 1 : 0,
    facts.wasAttempted ? 1 : 0,
    facts.createdAt,
    facts.finalizedAt,
    facts.dueAt,
    facts.paidAt,
    facts.nextStripeAttemptAt,
    facts.hostedUrl,
    facts.pdfUrl,
    JSON.stringify(facts.lines),
    facts.payment,
    readAt,
  ]
}

// Who it belongs to never changes; what it says does.
export const saveFacts = `insert into invoices (${factNames}, read_at)
  select $1, c.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
  from companies c where c.id = $2 and c.erasing_at is null
  on conflict (id) do update set number = excluded.number, status = excluded.status, currency = excluded.currency,
    amount_due = excluded.amount_due, amount_paid = excluded.amount_paid,
    amount_remaining = excluded.amount_remaining, automatic = excluded.automatic, attempted = excluded.attempted,
    finalized_at = excluded.finalized_at, due_at = excluded.due_at, paid_at = excluded.paid_at,
    next_stripe_attempt_at = excluded.next_stripe_attempt_at, hosted_url = excluded.hosted_url,
    pdf_url = excluded.pdf_url, lines = excluded.lines, payment = excluded.payment, read_at = excluded.read_at
  where invoices.company_id = excluded.company_id and invoices.read_at <= excluded.read_at
    and (invoices.status not in ('paid', 'void') or invoices.status = excluded.status)`

export interface AttemptRow {
  id: string
  invoice_id: string
  company_id: string
  number: number
  run: number
  payment_method_id: string
  brand: string
  last4: string | null
  fingerprint: string | null
  made_by: Attempt['madeBy']
  member_id: string | null
  address: string | null
  body: string | null
  amount: number
  currency: string
  started_at: number
  outcome: Attempt['outcome']
  code: string | null
  decline_code: string | null
  advice_code: string | null
  blocked: number
  charge_id: string | null
  settled_at: number | null
  tries: number
}

export const attemptColumns = `id, invoice_id, company_id, number, run, payment_method_id, brand, last4, fingerprint,
  made_by, member_id, address, body, amount, currency, started_at, outcome, code, decline_code, advice_code, blocked, charge_id,
  settled_at, tries`

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    companyId: row.company_id,
    number: row.number,
    run: row.run,
    card: { id: row.payment_method_id, brand: row.brand, last4: row.last4, fingerprint: row.fingerprint },
    madeBy: row.made_by,
    memberId: row.member_id,
    address: row.address,
    body: row.body,
    amount: row.amount,
    currency: row.currency,
    startedAt: row.started_at,
    outcome: row.outcome,
    decline: toDecline(row),
    chargeId: row.charge_id,
    settledAt: row.settled_at,
    tries: row.tries,
  }
}

function toDecline({ code, decline_code, advice_code, blocked }: AttemptRow): Decline | null {
  if (code === null && decline_code === null && blocked === 0) return null
  return { code, declineCode: decline_code, adviceCode: advice_code, blocked: blocked === 1 }
}
