// Taking a payment method off its customer, for good: it cannot be used again.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { previousAttributes } from '../ledger/previous-attributes.ts'
import { referenceOf } from '../ledger/reference.ts'
import { forgetCard } from '../subscriptions/forget-card.ts'
import { factsOf } from './find.ts'

export function detachPaymentMethod(ledger: Ledger, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const customer = referenceOf(method.customer)
  if (customer === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      { param: 'payment_method' },
    )
  }
  const detached = ledger.paymentMethods.replace({ ...method, customer: null })
  ledger.cardFacts.replace({ ...factsOf(ledger, method), spent: true })
  recordEvent(ledger, 'payment_method.detached', detached, { customer })
  forgetDefault(ledger, customer, method.id)
  forgetCard(ledger, customer, method.id)
  return detached
}

function forgetDefault(ledger: Ledger, id: string, method: string): void {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) return
  const { invoice_settings } = customer
  if (invoice_settings.default_payment_method !== method) return
  const without = { ...customer, invoice_settings: { ...invoice_settings, default_payment_method: null } }
  ledger.customers.replace(without)
  recordEvent(ledger, 'customer.updated', without, previousAttributes(customer, without))
}
