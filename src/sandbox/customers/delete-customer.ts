// A customer that is deleted takes its payment methods, tax ids and drafts along, and ends its subscriptions.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import { deleteDraft } from '../invoices/change.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { detachPaymentMethod } from '../payment-methods/detach.ts'
import { endSubscription } from '../subscriptions/change.ts'

export function deleteCustomer(ledger: Ledger, customer: Stripe.Customer): Stripe.DeletedCustomer {
  const { id } = customer
  const deleted: Stripe.DeletedCustomer = { id, object: 'customer', deleted: true }
  ledger.customers.replace(deleted)
  for (const method of [...ledger.paymentMethods.oldestFirst(id)]) detachPaymentMethod(ledger, method)
  for (const taxId of [...ledger.taxIds.oldestFirst(id)]) {
    ledger.taxIds.replace({ id: taxId.id, object: 'tax_id', deleted: true })
  }
  for (const invoice of [...ledger.invoices.oldestFirst(id)]) {
    if (!invoice.deleted && invoice.status === 'draft') deleteDraft(ledger, invoice)
  }
  for (const subscription of [...ledger.subscriptions.oldestFirst(id)]) {
    if (subscription.status !== 'canceled') endSubscription(ledger, subscription)
  }
  recordEvent(ledger, 'customer.deleted', customer)
  return deleted
}
