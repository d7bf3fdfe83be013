// Making a draft, with the customer's pending items on it if that is asked for.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { subscriptionNamed } from '../subscriptions/find.ts'
import { inTimeOf } from '../time/at-time.ts'
import { withChanges } from './change.ts'
import { newInvoice } from './invoice.ts'
import type { NewInvoice } from './invoice-parameters.ts'
import { lineFrom, withLines } from './lines.ts'
import { addInvoice } from './save-invoice.ts'

export function createInvoice(ledger: Ledger, parameters: NewInvoice): Stripe.Invoice {
  const { currency, pending_invoice_items_behavior: behavior, subscription, ...changes } = parameters
  const customer = customerNamed(ledger, parameters.customer)
  return inTimeOf(ledger, customer.id, () => {
    const pending = behavior === 'include' ? pendingItems(ledger, customer.id, currency) : []
    const chosen = currency ?? pending[0]?.currency ?? customer.currency ?? 'eur'
    const draft = withChanges(ledger, newInvoice(ledger, customer, chosen), changes)
    if (subscription !== undefined) draft.parent = parentOf(subscriptionNamed(ledger, subscription))
    const items = pending.filter((item) => item.currency === chosen)
    for (const item of items) ledger.invoiceItems.replace({ ...item, invoice: draft.id })
    const lines = items.map((item) => lineFrom(item, draft.id))
    return addInvoice(ledger, withLines(draft, lines))
  })
}

export function parentOf({ id, metadata }: Stripe.Subscription): Stripe.Invoice.Parent {
  return {
    type: 'subscription_details',
    quote_details: null,
    subscription_details: { metadata, subscription: id },
  }
}

function pendingItems(ledger: Ledger, customer: string, currency?: string): Stripe.InvoiceItem[] {
  return [...ledger.invoiceItems.newestFirst(customer)].flatMap((item) =>
    item.deleted || item.invoice !== null || (currency && item.currency !== currency) ? [] : [item],
  )
}
