// Which card an invoice is charged to by itself: its own, its subscription's, or its customer's.
// https://docs.stripe.com/billing/subscriptions/payment-methods-setting#payment-method-priority
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { subscriptionOf } from './find.ts'

export function cardFor(ledger: Ledger, invoice: Stripe.Invoice): string | null {
  const customer = ledger.customers.get(referenceOf(invoice.customer) ?? '')
  const subscription = ledger.subscriptions.get(subscriptionOf(invoice) ?? '')
  const choices = [
    invoice.default_payment_method,
    subscription?.default_payment_method,
    customer && !customer.deleted ? customer.invoice_settings.default_payment_method : null,
  ]
  // A card that was taken off the customer cannot be charged any more.
  const ids = choices.map((choice) => referenceOf(choice) ?? '')
  return ids.find((id) => ledger.paymentMethods.get(id)?.customer === referenceOf(invoice.customer)) ?? null
}
