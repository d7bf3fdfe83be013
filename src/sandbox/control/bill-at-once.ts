// An invoice for one thing, made, finalized and charged in one go.
import type Stripe from 'stripe'
import { createItem } from '../invoice-items/invoice-item.ts'
import { finalizeInvoice } from '../invoices/collect.ts'
import { createInvoice } from '../invoices/create.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function billAtOnce(
  ledger: Ledger,
  customer: string,
  amount: number,
  description: string,
): Stripe.Invoice {
  createItem(ledger, { customer, amount, description: description || null })
  const draft = createInvoice(ledger, { customer, pending_invoice_items_behavior: 'include' })
  return finalizeInvoice(ledger, draft, true)
}
