// What an attempt to pay does to its invoice. However the money came, an invoice is paid once.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { invoiceOf } from '../payments/attempts.ts'
import { paymentOf } from './find.ts'
import { markPaid } from './mark-paid.ts'
import { saveInvoice } from './save-invoice.ts'

const day = 24 * 60 * 60

export function reactToPayment(ledger: Ledger, intent: Stripe.PaymentIntent): Stripe.Invoice | undefined {
  const invoice = ledger.invoices.get(invoiceOf(intent) ?? '')
  if (!invoice || invoice.deleted) return undefined
  const attempted = { ...invoice, attempted: true, attempt_count: Math.max(1, invoice.attempt_count) }
  if (intent.status === 'succeeded') return paidBy(ledger, intent, attempted)
  if (intent.status === 'processing') return saveInvoice(ledger, attempted)
  const unpaid = saveInvoice(ledger, { ...attempted, next_payment_attempt: nextAttempt(ledger, attempted) })
  if (intent.status === 'requires_action') recordEvent(ledger, 'invoice.payment_action_required', unpaid)
  recordEvent(ledger, 'invoice.payment_failed', unpaid)
  ledger.onInvoice(unpaid)
  return unpaid
}

function paidBy(ledger: Ledger, intent: Stripe.PaymentIntent, invoice: Stripe.Invoice): Stripe.Invoice {
  const payment = paymentOf(ledger, invoice)
  if (payment) {
    const paid = ledger.invoicePayments.replace({
      ...payment,
      amount_paid: intent.amount_received,
      status: 'paid',
      status_transitions: { canceled_at: null, paid_at: ledger.now() },
    })
    recordEvent(ledger, 'invoice_payment.paid', paid)
  }
  return markPaid(ledger, invoice)
}

/** What is planned stays planned: an attempt that was asked for does not move Stripe's own schedule. */
function nextAttempt(ledger: Ledger, invoice: Stripe.Invoice): number | null {
  if (!invoice.auto_advance || invoice.collection_method !== 'charge_automatically') return null
  if (invoice.next_payment_attempt !== null) return invoice.next_payment_attempt
  const days = ledger.retries.read()[invoice.attempt_count - 1]
  return days === undefined ? null : ledger.now() + days * day
}
