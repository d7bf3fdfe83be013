// The invoice for a subscription's period: finalized and charged as soon as it is made.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { finalizeInvoice } from '../invoices/collect.ts'
import { parentOf } from '../invoices/create.ts'
import { newInvoice } from '../invoices/invoice.ts'
import { withLines } from '../invoices/lines.ts'
import { addInvoice } from '../invoices/save-invoice.ts'
import { lineItemId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'

const day = 24 * 60 * 60

export function billSubscription(
  ledger: Ledger,
  subscription: Stripe.Subscription,
  billing_reason: 'subscription_create' | 'subscription_cycle',
  auto_advance = true,
): Stripe.Invoice {
  const customer = customerNamed(ledger, referenceOf(subscription.customer) ?? '')
  const draft = newInvoice(ledger, customer, subscription.currency)
  const { collection_method, days_until_due } = subscription
  const due = collection_method === 'send_invoice' ? draft.created + (days_until_due ?? 30) * day : null
  const lines = subscription.items.data.map((item) => lineFor(item, draft.id))
  const invoice = addInvoice(ledger, {
    ...withLines(draft, lines),
    auto_advance,
    billing_reason,
    collection_method,
    due_date: due,
    parent: parentOf(subscription),
  })
  ledger.subscriptions.replace({ ...subscription, latest_invoice: invoice.id })
  return finalizeInvoice(ledger, invoice)
}

function lineFor(item: Stripe.SubscriptionItem, invoice: string): Stripe.InvoiceLineItem {
  const { price, quantity = 1, subscription } = item
  const amount = (price.unit_amount ?? 0) * quantity
  return {
    id: lineItemId(),
    object: 'line_item',
    amount,
    currency: price.currency,
    description: `${quantity} × ${price.nickname ?? 'Subscription'} (at ${price.unit_amount} / ${price.recurring?.interval})`,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription,
        subscription_item: item.id,
      },
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pretax_credit_amounts: [],
    pricing: {
      type: 'price_details',
      price_details: { price: price.id, product: referenceOf(price.product) ?? '' },
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: null,
    subscription,
    subtotal: amount,
    taxes: [],
  }
}
