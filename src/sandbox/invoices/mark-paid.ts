// An invoice that is paid: by its payment intent, out of band, or because there was nothing to pay.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { saveInvoice } from './save-invoice.ts'

export function markPaid(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  const paid = paidOutOfBand(ledger, invoice)
  recordEvent(ledger, 'invoice.payment_succeeded', paid)
  return paid
}

/** Stripe says `invoice.paid` of these too, but not `invoice.payment_succeeded`. */
export function paidOutOfBand(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  const paid = saveInvoice(ledger, {
    ...invoice,
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: ledger.now() },
  })
  recordEvent(ledger, 'invoice.paid', paid)
  ledger.onInvoice(paid)
  return paid
}
