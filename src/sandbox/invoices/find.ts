// Finding invoices, and what belongs to them.
import type Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'

/** Stripe names the parameter differently: `invoice` where it is read or deleted, `id` where something is done. */
export function invoiceInPath(ledger: Ledger, id: string, param: 'invoice' | 'id' = 'id'): Stripe.Invoice {
  const invoice = ledger.invoices.get(id)
  if (!invoice || invoice.deleted) throw noSuch('invoice', id, param, 'path')
  return invoice
}

export function invoiceNamed(ledger: Ledger, id: string): Stripe.Invoice {
  const invoice = ledger.invoices.get(id)
  if (!invoice || invoice.deleted) throw noSuch('invoice', id, 'invoice', 'parameters')
  return invoice
}

/** The payment that stands behind an invoice from its finalization on. */
export function paymentOf(ledger: Ledger, invoice: Stripe.Invoice): Stripe.InvoicePayment | undefined {
  const [payment] = ledger.invoicePayments.newestFirst(invoice.id)
  return payment
}

export function intentOf(ledger: Ledger, invoice: Stripe.Invoice): Stripe.PaymentIntent | undefined {
  const payment = paymentOf(ledger, invoice)?.payment.payment_intent
  return ledger.paymentIntents.get(referenceOf(payment) ?? '')
}

export function subscriptionOf(invoice: Stripe.Invoice): string | null {
  return referenceOf(invoice.parent?.subscription_details?.subscription)
}
