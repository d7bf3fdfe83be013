// Stripe's invoices, and what was charged for them, in our words.

import type Stripe from 'stripe'
import type { InvoiceFacts, InvoiceStatus, PaymentState } from '../../invoices/invoice.ts'
import type { ChargeAtStripe, InvoiceSummary } from '../../ports/invoice-gateway.ts'
import { idOf } from './translate.ts'

export function toInvoiceFacts(invoice: Stripe.Invoice): InvoiceFacts {
  const { status_transitions: at } = invoice
  return {
    id: invoice.id,
    number: invoice.number,
    status: statusOf(invoice),
    currency: invoice.currency,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
    amountRemaining: invoice.amount_remaining,
    // An open invoice whose collection the host product has switched off is not ours to collect either.
    isAutomatic: invoice.collection_method === 'charge_automatically' && invoice.auto_advance !== false,
    wasAttempted: invoice.attempted,
    createdAt: invoice.created * 1000,
    finalizedAt: inMilliseconds(at.finalized_at),
    dueAt: inMilliseconds(invoice.due_date),
    paidAt: inMilliseconds(at.paid_at),
    nextStripeAttemptAt: inMilliseconds(invoice.next_payment_attempt),
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
    lines: invoice.lines.data.map(({ description, amount }) => ({ text: description ?? '', amount })),
    payment: stateOf(standingIntent(invoice)),
  }
}

const statuses: readonly string[] = ['draft', 'open', 'paid', 'uncollectible', 'void']

// A status that is newer than we are is none that we would charge in.
function statusOf({ status }: Stripe.Invoice): InvoiceStatus {
  return statuses.includes(status ?? '') ? (status as InvoiceStatus) : 'draft'
}

function inMilliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000
}

const states: Readonly<Record<Stripe.PaymentIntent.Status, PaymentState>> = {
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'needs cardholder',
  processing: 'processing',
  requires_capture: 'processing',
  succeeded: 'paid',
  canceled: 'canceled',
}

function stateOf(intent: Stripe.PaymentIntent | undefined): PaymentState {
  // A state that is newer than we are: at it, as far as we can tell, and no card is tried.
  return intent ? (states[intent.status] ?? 'processing') : 'none'
}

/** Those that the invoice was read with; one that was only named was not asked for. */
export function paymentIntentsOf({ payments }: Stripe.Invoice): Stripe.PaymentIntent[] {
  const intents = (payments?.data ?? []).map(({ payment }) => payment.payment_intent)
  return intents.filter((intent) => typeof intent === 'object' && intent !== null)
}

/** The one that Stripe charges: its default, which an invoice has from its finalization on. */
export function standingIntent(invoice: Stripe.Invoice): Stripe.PaymentIntent | undefined {
  const standing = invoice.payments?.data.find(({ is_default }) => is_default)?.payment.payment_intent
  return typeof standing === 'object' && standing !== null ? standing : paymentIntentsOf(invoice)[0]
}

export function toChargeAtStripe(charge: Stripe.Charge): ChargeAtStripe | null {
  const id = charge.payment_method
  if (id === null) return null
  const { card, type } = charge.payment_method_details ?? {}
  return {
    id: charge.id,
    card: {
      id,
      brand: card?.brand ?? type ?? 'card',
      last4: card?.last4 ?? null,
      fingerprint: card?.fingerprint ?? null,
    },
    amount: charge.amount,
    currency: charge.currency,
    at: charge.created * 1000,
    outcome: charge.status === 'succeeded' ? 'paid' : charge.status === 'pending' ? 'pending' : 'declined',
    decline:
      charge.status === 'failed'
        ? {
            code: charge.failure_code || null,
            declineCode: charge.outcome?.reason || null,
            adviceCode: charge.outcome?.advice_code || null,
            blocked: charge.outcome?.type === 'blocked',
          }
        : null,
  }
}

export function toSummary(invoice: Stripe.Invoice): InvoiceSummary {
  return {
    id: invoice.id,
    customerId: idOf(invoice.customer),
    status: statusOf(invoice),
    amountRemaining: invoice.amount_remaining,
    wasAttempted: invoice.attempted,
  }
}
