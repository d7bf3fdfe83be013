// Which fields of which objects may be expanded, and what stands behind an id.
import type Stripe from 'stripe'
import { taxIdList } from '../customers/tax-id-list.ts'
import { includedInInvoice } from '../invoices/included.ts'
import type { Ledger } from '../ledger/ledger.ts'

export const expandableFields: Record<string, string[]> = {
  customer: [
    'default_source',
    'invoice_credit_balance',
    'invoice_settings.default_payment_method',
    'tax',
    'tax_ids',
    'test_clock',
  ],
  payment_method: ['customer'],
  setup_intent: [
    'application',
    'customer',
    'latest_attempt',
    'mandate',
    'on_behalf_of',
    'payment_method',
    'single_use_mandate',
  ],
  'checkout.session': [
    'customer',
    'invoice',
    'payment_intent',
    'payment_link',
    'setup_intent',
    'subscription',
  ],
  payment_intent: [
    'application',
    'customer',
    'latest_charge',
    'on_behalf_of',
    'payment_method',
    'review',
    'source',
  ],
  charge: [
    'application',
    'balance_transaction',
    'customer',
    'on_behalf_of',
    'payment_intent',
    'review',
    'source_transfer',
  ],
  tax_id: ['customer'],
  invoiceitem: ['customer', 'invoice', 'pricing.price_details.price'],
  invoice: [
    'account_tax_ids',
    'confirmation_secret',
    'customer',
    'default_payment_method',
    'default_source',
    'discounts',
    'latest_revision',
    'lines',
    'on_behalf_of',
    'parent.subscription_details.subscription',
    'payments',
    'test_clock',
  ],
  line_item: ['discounts', 'pricing.price_details.price', 'subscription'],
  invoice_payment: ['invoice', 'payment.charge', 'payment.payment_intent'],
  subscription: [
    'customer',
    'default_payment_method',
    'default_source',
    'discounts',
    'items',
    'latest_invoice',
    'pending_setup_intent',
    'schedule',
    'test_clock',
  ],
  subscription_item: ['discounts', 'price'],
}

export function objectNamed(ledger: Ledger, id: string): object | undefined {
  const kinds = [
    { prefix: 'cus_', objects: ledger.customers },
    { prefix: 'pm_', objects: ledger.paymentMethods },
    { prefix: 'seti_', objects: ledger.setupIntents },
    { prefix: 'pi_', objects: ledger.paymentIntents },
    { prefix: 'ch_', objects: ledger.charges },
    { prefix: 'in_', objects: ledger.invoices },
    { prefix: 'sub_', objects: ledger.subscriptions },
    { prefix: 'price_', objects: ledger.prices },
    { prefix: 'clock_', objects: ledger.testClocks },
  ]
  return kinds.find(({ prefix }) => id.startsWith(prefix))?.objects.get(id)
}

/** Fields that are only there when they are asked for. */
export function includedIn(
  ledger: Ledger,
  kind: string,
  id: string,
  field: string,
): object | null | undefined {
  if (kind === 'invoice') return includedInInvoice(ledger, id, field)
  return kind === 'customer' ? includedInCustomer(ledger, id, field) : undefined
}

function includedInCustomer(ledger: Ledger, customer: string, field: string): object | undefined {
  if (field === 'tax_ids') return taxIdList(ledger, customer, {})
  if (field === 'invoice_credit_balance') return {}
  return field === 'tax' ? notTaxed : undefined
}

const notTaxed: Stripe.Customer.Tax = {
  automatic_tax: 'unrecognized_location',
  ip_address: null,
  location: null,
  provider: 'stripe',
}
