// What an invoice tells only when asked for it: its payments, and how a browser may confirm the one that is open.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { intentOf } from './find.ts'

export function includedInInvoice(ledger: Ledger, id: string, field: string): object | null | undefined {
  const invoice = ledger.invoices.get(id)
  if (!invoice || invoice.deleted) return undefined
  if (field === 'payments') return paymentsOf(ledger, invoice)
  return field === 'confirmation_secret' ? confirmationSecretOf(ledger, invoice) : undefined
}

function paymentsOf(ledger: Ledger, { id }: Stripe.Invoice): Stripe.ApiList<Stripe.InvoicePayment> {
  const data = [...ledger.invoicePayments.newestFirst(id)]
  return { object: 'list', data, has_more: false, url: `/v1/invoice_payments?invoice=${id}` }
}

function confirmationSecretOf(
  ledger: Ledger,
  invoice: Stripe.Invoice,
): Stripe.Invoice.ConfirmationSecret | null {
  const client_secret = intentOf(ledger, invoice)?.client_secret
  return client_secret ? { client_secret, type: 'payment_intent' } : null
}
