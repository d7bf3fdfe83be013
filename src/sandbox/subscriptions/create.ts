// Making a subscription: with its first invoice, which is charged at once.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { missingParameter } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { refuseUnlessAttached } from '../invoices/change.ts'
import { collectionMethod } from '../invoices/invoice-parameters.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Hash, hash, list } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { clearableText, flag, integer, oneOf, text } from '../parameters/reader.ts'
import { inTimeOf } from '../time/at-time.ts'
import { billSubscription } from './bill.ts'
import { subscriptionInPath } from './find.ts'
import { createPrice, priceData, priceNamed } from './price.ts'
import { saveSubscription } from './save.ts'
import { newSubscription, type Ordered } from './subscription.ts'

const item = hash({ price: text, price_data: priceData, quantity: integer })

export const subscriptionFields = {
  cancel_at_period_end: flag,
  collection_method: collectionMethod,
  days_until_due: integer,
  default_payment_method: clearableText,
  default_source: clearableText,
  description: clearableText,
  metadata,
}

export const newSubscriptionFields = {
  ...subscriptionFields,
  customer: text,
  items: list(item),
  off_session: flag,
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete'),
}
type NewSubscription = Hash<typeof newSubscriptionFields, 'customer' | 'items'>

export function createSubscription(ledger: Ledger, parameters: NewSubscription): Stripe.Subscription {
  const { customer: id, items, metadata: data, off_session: _, payment_behavior, ...plain } = parameters
  const customer = customerNamed(ledger, id)
  if (plain.default_payment_method) refuseUnlessAttached(ledger, plain.default_payment_method, id)
  return inTimeOf(ledger, id, () => {
    const ordered = items.map((one) => orderedBy(ledger, one))
    const created = { ...newSubscription(ledger, customer, ordered), ...plain }
    created.metadata = withMetadata({}, data)
    // Whoever is sent invoices is trusted until they are due.
    if (created.collection_method === 'send_invoice') created.status = 'active'
    ledger.subscriptions.add(created)
    recordEvent(ledger, 'customer.subscription.created', created)
    billSubscription(ledger, created, 'subscription_create', payment_behavior !== 'default_incomplete')
    return saveSubscription(ledger, subscriptionInPath(ledger, created.id))
  })
}

function orderedBy(ledger: Ledger, { price, price_data, quantity = 1 }: ReturnType<typeof item>): Ordered {
  if (price_data) return { price: createPrice(ledger, price_data), quantity }
  if (price === undefined) throw missingParameter('items[0][price]')
  return { price: priceNamed(ledger, price), quantity }
}
