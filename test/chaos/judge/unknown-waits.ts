// 5: what has no answer starts no other card. Before another key is sent for an invoice, the one before it was settled
// here, and Stripe had either answered it or shown in its ledger what it had done.
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import type { SeenPayment } from '../processes/witness.ts'
import type { Evidence, Finding, Law } from './evidence.ts'
import { byInvoice, wasAnswered, wasSeen } from './payments.ts'

const forgotten = 23 * 60 * 60_000

export const unknownWaits: Law = (evidence) =>
  [...byInvoice(evidence.payments)].flatMap(([invoice, seen]) => {
    const account = evidence.book.find((each) => each.invoice === invoice)
    return seen.flatMap((payment, at) => judge(evidence, account, seen.slice(0, at), payment))
  })

function judge(
  { notes, payments }: Evidence,
  account: InvoiceAccount | undefined,
  before: readonly SeenPayment[],
  { invoice, request, attempts }: SeenPayment,
): Finding[] {
  const others = new Set(before.map((each) => each.request.idempotencyKey))
  others.delete(request.idempotencyKey)
  // Sent first earlier, and only repeated now.
  if (before.some((each) => each.request.idempotencyKey === request.idempotencyKey)) return []
  return [...others].flatMap((key) => {
    const sent = payments.filter(
      (each) => each.request.idempotencyKey === key && each.request.at < request.at,
    )
    const row = attempts?.find(({ id }) => id === key)
    const isBefore =
      notes.restoredAt !== null && sent.every((each) => each.request.at < Number(notes.restoredAt))
    const isTooOld = row !== undefined && row.outcome === 'review'
    if (isBefore || isTooOld || attempts === null) return []
    if (row && row.settled_at === null)
      return [broken(invoice, request.idempotencyKey, `${key} was still open`)]
    const isKnown = sent.some((each) => wasAnswered(each.request, request.at)) || wasSeen(account, key)
    if (isKnown || wasLongAgo(row)) return []
    return [broken(invoice, request.idempotencyKey, `${key} was neither answered nor to be seen at Stripe`)]
  })
}

function wasLongAgo(row: { started_at: number; settled_at: number | null } | undefined): boolean {
  return row !== undefined && row.settled_at !== null && row.settled_at - row.started_at >= forgotten
}

function broken(of: string, key: string | null, why: string): Finding {
  return { invariant: 5, of, what: `${key} was sent while ${why}` }
}
