// Invoices, attempts and refusals in the reader's words.

import type { Language } from '../company/company.ts'
import { cardName } from '../payment-methods/names.ts'
import type { StateView, TimeView } from '../web/views.ts'
import { formatAmount, formatDate } from '../words/format.ts'
import type { Words } from '../words/words.ts'
import type { Attempt, AttemptedCard, Decline } from './attempt.ts'
import { type Invoice, type InvoiceFacts, isUncertain } from './invoice.ts'

export function invoiceName(t: Words, { number }: Pick<InvoiceFacts, 'number'>): string {
  return t.invoices.one(number)
}

export function amountOf(
  language: Language,
  { currency }: Pick<InvoiceFacts, 'currency'>,
  amount: number,
): string {
  return formatAmount(language, amount, currency)
}

export function timeView(language: Language, at: number): TimeView {
  return { text: formatDate(language, at), iso: new Date(at).toISOString() }
}

export function attemptedName(t: Words, card: AttemptedCard): string {
  return cardName(t, card)
}

/** Why a charge was refused; what we have no words for is a plain refusal. */
export function refusalReason(t: Words, decline: Pick<Decline, 'code' | 'declineCode'> | null): string {
  const table: Readonly<Record<string, string>> = t.refusals
  for (const each of [decline?.declineCode, decline?.code]) {
    if (each && Object.hasOwn(table, each)) return table[each] ?? t.refusals.other
  }
  return t.refusals.other
}

/** Its state as its customer needs to know it, which says more than Stripe's status. */
export function stateOf(t: Words, invoice: Invoice): StateView {
  const { states } = t.invoices
  if (invoice.status !== 'open') {
    if (invoice.status === 'paid') return { kind: 'good', text: states.paid }
    return { kind: 'plain', text: invoice.status === 'void' ? states.void : states.uncollectible }
  }
  if (isUncertain(invoice)) return { kind: 'warn', text: states.uncertain }
  if (invoice.rest?.kind === 'review') return { kind: 'warn', text: states.review }
  if (invoice.rest?.kind === 'cardholder') return { kind: 'warn', text: states.cardholder }
  const failed = invoice.isAutomatic && invoice.wasAttempted
  return failed ? { kind: 'bad', text: states.unpaid } : { kind: 'plain', text: states.open }
}

export function resultView(t: Words, { outcome }: Attempt): StateView {
  const { results } = t.invoices
  if (outcome === 'sent' || outcome === 'unknown' || outcome === 'pending')
    return { kind: 'warn', text: results.pending }
  const kind = outcome === 'paid' ? 'good' : outcome === 'declined' ? 'bad' : 'warn'
  return { kind, text: results[outcome] }
}
