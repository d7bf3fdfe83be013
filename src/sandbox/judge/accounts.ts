// The books for a judge: read from charges and attempts, and never from what an invoice says of itself.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { type Attempt, invoiceOf } from '../payments/attempts.ts'

export interface TakenCharge {
  id: string
  amount: number
  currency: string
  customer: string | null
  paymentMethod: string | null
  /** By Stripe's fingerprint, one card saved twice is one card. */
  fingerprint: string | null
  at: number
}

export interface InvoiceAccount {
  invoice: string
  customer: string | null
  status: string | null
  amountDue: number
  amountPaid: number
  currency: string
  /** Every charge that took money, whatever the invoice says. More than one is one too many. */
  charges: TakenCharge[]
  /** Every attempt, oldest first, with the idempotency key that it came under. */
  attempts: Attempt[]
}

export function accountsOf(ledger: Ledger, id?: string): InvoiceAccount[] {
  const taken = chargesByInvoice(ledger)
  const one = id === undefined ? undefined : ledger.invoices.get(id)
  const invoices = id === undefined ? [...ledger.invoices.oldestFirst()] : one ? [one] : []
  return invoices.flatMap((invoice) =>
    invoice.deleted ? [] : [accountOf(ledger, invoice, taken.get(invoice.id) ?? [])],
  )
}

function accountOf(ledger: Ledger, invoice: Stripe.Invoice, charges: TakenCharge[]): InvoiceAccount {
  return {
    invoice: invoice.id,
    customer: referenceOf(invoice.customer),
    status: invoice.status,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
    currency: invoice.currency,
    charges,
    attempts: [...ledger.attempts.oldestFirst(invoice.id)],
  }
}

function chargesByInvoice(ledger: Ledger): Map<string, TakenCharge[]> {
  const taken = new Map<string, TakenCharge[]>()
  for (const charge of ledger.charges.oldestFirst()) {
    const intent = ledger.paymentIntents.get(referenceOf(charge.payment_intent) ?? '')
    const invoice = intent && invoiceOf(intent)
    if (charge.paid && invoice) taken.set(invoice, [...(taken.get(invoice) ?? []), takenBy(charge)])
  }
  return taken
}

function takenBy(charge: Stripe.Charge): TakenCharge {
  return {
    id: charge.id,
    amount: charge.amount_captured,
    currency: charge.currency,
    customer: referenceOf(charge.customer),
    paymentMethod: charge.payment_method,
    fingerprint: charge.payment_method_details?.card?.fingerprint ?? null,
    at: charge.created,
  }
}
