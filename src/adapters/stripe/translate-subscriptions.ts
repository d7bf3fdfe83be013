// Stripe's subscriptions in our words.

import type Stripe from 'stripe'
import {
  type SubscriptionFacts,
  type SubscriptionPrice,
  stillBills,
} from '../../payment-methods/subscription.ts'
import { idOf } from './translate.ts'

export function toSubscription(
  subscription: Stripe.Subscription,
  productNames: ReadonlyMap<string, string>,
): SubscriptionFacts {
  const { id, status } = subscription
  if (!stillBills(status)) throw new Error(`${id} does not bill any more`)
  return {
    id,
    name: nameOf(subscription, productNames),
    status,
    // Stripe's own order of precedence.
    paymentMethodId: idOf(subscription.default_payment_method) ?? idOf(subscription.default_source),
    price: priceOf(subscription),
  }
}

export function productsOf({ items }: Stripe.Subscription): string[] {
  return items.data.map(({ price }) => idOf(price.product)).filter((id) => id !== null)
}

// The description is meant for customers, and so is the product's name; the price's nickname is better than none.
function nameOf({ id, description, items }: Stripe.Subscription, names: ReadonlyMap<string, string>): string {
  if (description) return description
  const each = items.data.map(({ price }) => names.get(idOf(price.product) ?? '') ?? price.nickname)
  const told = [...new Set(each.filter((name) => name !== null))]
  return told.length > 0 ? told.join(' + ') : id
}

const intervals: readonly string[] = ['day', 'week', 'month', 'year']

// More than one item, or every third month, and the sum would say less than it seems to.
function priceOf({ items }: Stripe.Subscription): SubscriptionPrice | null {
  const [item, ...others] = items.data
  const amount = item?.price.unit_amount
  const recurring = item?.price.recurring
  if (!item || others.length > 0 || typeof amount !== 'number' || recurring?.interval_count !== 1) return null
  if (recurring.usage_type === 'metered' || item.price.billing_scheme !== 'per_unit') return null
  const { interval } = recurring
  if (!isInterval(interval)) return null
  return { amount: amount * (item.quantity ?? 1), currency: item.price.currency, interval }
}

function isInterval(interval: string): interval is SubscriptionPrice['interval'] {
  return intervals.includes(interval)
}
