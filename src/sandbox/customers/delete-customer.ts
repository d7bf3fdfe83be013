// A customer that is deleted takes its payment methods and tax ids along.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { detachPaymentMethod } from '../payment-methods/detach.ts'

export function deleteCustomer(ledger: Ledger, customer: Stripe.Customer): Stripe.DeletedCustomer {
  const { id } = customer
  const deleted: Stripe.DeletedCustomer = { id, object: 'customer', deleted: true }
  ledger.customers.replace(deleted)
  for (const method of [...ledger.paymentMethods.oldestFirst(id)]) detachPaymentMethod(ledger, method)
  for (const taxId of [...ledger.taxIds.oldestFirst(id)]) {
    ledger.taxIds.replace({ id: taxId.id, object: 'tax_id', deleted: true })
  }
  recordEvent(ledger, 'customer.deleted', customer)
  return deleted
}
