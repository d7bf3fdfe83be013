// Making and changing customers.
import type Stripe from 'stripe'
import { invalidRequest, noSuch } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { previousAttributes } from '../ledger/previous-attributes.ts'
import { attachPaymentMethod } from '../payment-methods/attach.ts'
import { createTaxId } from './create-tax-id.ts'
import { newCustomer } from './customer.ts'
import { type CustomerChanges, withChanges } from './customer-parameters.ts'

interface NewCustomer extends CustomerChanges {
  payment_method?: string
  test_clock?: string
  tax_id_data?: { type: string; value: string }[]
}

export function createCustomer(ledger: Ledger, parameters: NewCustomer): Stripe.Customer {
  const { payment_method, tax_id_data = [], test_clock, invoice_settings, ...changes } = parameters
  const customer = withChanges(newCustomer(ledger), changes)
  if (test_clock !== undefined) {
    if (!ledger.testClocks.get(test_clock)) {
      throw noSuch('test_helpers.test_clock', test_clock, 'test_clock', 'parameters')
    }
    customer.test_clock = test_clock
  }
  ledger.customers.add(customer)
  recordEvent(ledger, 'customer.created', customer)
  if (payment_method) attachPaymentMethod(ledger, payment_method, customer.id)
  for (const taxId of tax_id_data) createTaxId(ledger, customer.id, taxId)
  return invoice_settings ? changeCustomer(ledger, customer, { invoice_settings }) : customer
}

export function changeCustomer(
  ledger: Ledger,
  before: Stripe.Customer,
  changes: CustomerChanges,
): Stripe.Customer {
  const chosen = changes.invoice_settings?.default_payment_method
  if (chosen) refuseUnlessAttached(ledger, chosen, before.id)
  const after = withChanges(before, changes)
  const previous = previousAttributes(before, after)
  if (Object.keys(previous).length === 0) return before
  ledger.customers.replace(after)
  recordEvent(ledger, 'customer.updated', after, previous)
  return after
}

function refuseUnlessAttached(ledger: Ledger, paymentMethod: string, customer: string): void {
  if (ledger.paymentMethods.get(paymentMethod)?.customer === customer) return
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${paymentMethod}. The payment method must be ` +
      'attached to the customer.',
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  )
}
