// A draft becomes an open invoice: it gets its number, its page and the payment intent behind it.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { invoicePaymentId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { newPaymentIntent } from '../payments/payment-intent.ts'
import { subscriptionOf } from './find.ts'
import { markPaid } from './mark-paid.ts'
import { saveInvoice } from './save-invoice.ts'

/** Nothing is charged here. What is due nothing is paid at once. */
export function openInvoice(ledger: Ledger, draft: Stripe.Invoice): Stripe.Invoice {
  if (draft.status !== 'draft') {
    throw invalidRequest("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
  }
  const now = ledger.now()
  const page = `${ledger.origin}/i/${draft.id}`
  const open = saveInvoice(ledger, {
    ...draft,
    automatically_finalizes_at: null,
    effective_at: now,
    ending_balance: 0,
    hosted_invoice_url: page,
    invoice_pdf: `${page}/pdf`,
    next_payment_attempt: null,
    number: nextNumber(ledger, referenceOf(draft.customer) ?? ''),
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: now },
  })
  recordEvent(ledger, 'invoice.finalized', open)
  if (open.amount_due === 0) return markPaid(ledger, { ...open, attempted: true })
  addPayment(ledger, open)
  return open
}

function nextNumber(ledger: Ledger, id: string): string {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) throw new Error(`No customer ${id} to invoice.`)
  const place = customer.next_invoice_sequence ?? 1
  ledger.customers.replace({ ...customer, next_invoice_sequence: place + 1 })
  return `${customer.invoice_prefix}-${String(place).padStart(4, '0')}`
}

function addPayment(ledger: Ledger, invoice: Stripe.Invoice): void {
  const intent: Stripe.PaymentIntent = {
    ...newPaymentIntent(ledger, invoice.amount_due, invoice.currency),
    automatic_payment_methods: null,
    capture_method: 'automatic',
    customer: referenceOf(invoice.customer),
    description: descriptions[invoice.billing_reason ?? ''] ?? 'Payment for Invoice',
    payment_details: { customer_reference: null, order_reference: invoice.id },
    payment_method_configuration_details: null,
    setup_future_usage: subscriptionOf(invoice) === null ? null : 'off_session',
  }
  ledger.paymentIntents.add(intent)
  recordEvent(ledger, 'payment_intent.created', intent)
  ledger.invoicePayments.add({
    id: invoicePaymentId(),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: ledger.now(),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
}

const descriptions: Record<string, string> = {
  subscription_create: 'Subscription creation',
  subscription_cycle: 'Subscription update',
}
