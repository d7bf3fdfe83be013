// Giving up on an invoice: voiding it, or marking it uncollectible.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { inTimeOf } from '../time/at-time.ts'
import { intentOf, paymentOf } from './find.ts'
import { saveInvoice } from './save-invoice.ts'

export function voidInvoice(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  if (invoice.status === 'paid') throw invalidRequest('Invoices with `paid` payments cannot be voided.')
  refuseUnlessOpen(invoice)
  if (intentOf(ledger, invoice)?.status === 'processing') {
    throw invalidRequest('Invoices with `processing` payments cannot be voided.')
  }
  return inTimeOf(ledger, referenceOf(invoice.customer), () => {
    cancelPayment(ledger, invoice)
    const voided = saveInvoice(ledger, {
      ...invoice,
      next_payment_attempt: null,
      status: 'void',
      status_transitions: { ...invoice.status_transitions, voided_at: ledger.now() },
    })
    recordEvent(ledger, 'invoice.voided', voided)
    return voided
  })
}

/** It may still be paid. */
export function markUncollectible(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  if (invoice.status === 'uncollectible') {
    throw invalidRequest('This invoice has already been marked uncollectible.')
  }
  refuseUnlessOpen(invoice)
  return inTimeOf(ledger, referenceOf(invoice.customer), () => {
    const marked = saveInvoice(ledger, {
      ...invoice,
      next_payment_attempt: null,
      status: 'uncollectible',
      status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: ledger.now() },
    })
    recordEvent(ledger, 'invoice.marked_uncollectible', marked)
    return marked
  })
}

/** After this the payment intent can never be confirmed. */
export function cancelPayment(ledger: Ledger, invoice: Stripe.Invoice): void {
  const [payment, intent] = [paymentOf(ledger, invoice), intentOf(ledger, invoice)]
  if (!payment || !intent) return
  const canceled = ledger.paymentIntents.replace({
    ...intent,
    canceled_at: ledger.now(),
    cancellation_reason: 'void_invoice',
    next_action: null,
    status: 'canceled',
  })
  recordEvent(ledger, 'payment_intent.canceled', canceled)
  const status_transitions = { canceled_at: ledger.now(), paid_at: null }
  ledger.invoicePayments.replace({ ...payment, status: 'canceled', status_transitions })
}

function refuseUnlessOpen({ status }: Stripe.Invoice): void {
  if (status === 'open') return
  throw invalidRequest("You can only pass in open invoices. This invoice isn't open.")
}
