// A customer as it is when it is new, and finding one.
import type Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import { customerId, invoicePrefix } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function newCustomer(ledger: Ledger): Stripe.Customer {
  return {
    id: customerId(),
    object: 'customer',
    address: null,
    balance: 0,
    created: ledger.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: invoicePrefix(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}

/** The customer in the path. A deleted one is gone for every purpose but being retrieved. */
export function customerInPath(ledger: Ledger, id: string): Stripe.Customer {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) throw noSuch('customer', id, 'id', 'path')
  return customer
}

export function customerNamed(ledger: Ledger, id: string, param = 'customer'): Stripe.Customer {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) throw noSuch('customer', id, param, 'parameters')
  return customer
}
