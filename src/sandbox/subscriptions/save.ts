// Keeping a subscription: with its next cycle, and the event that tells of it.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { previousAttributes } from '../ledger/previous-attributes.ts'
import { referenceOf } from '../ledger/reference.ts'

export function saveSubscription(ledger: Ledger, subscription: Stripe.Subscription): Stripe.Subscription {
  const before = ledger.subscriptions.get(subscription.id)
  const previous = before ? previousAttributes(before, subscription) : {}
  ledger.subscriptions.replace(subscription)
  ledger.agenda.set(subscription.id, referenceOf(subscription.test_clock) ?? '', nextStep(subscription))
  if (Object.keys(previous).length > 0) {
    recordEvent(ledger, 'customer.subscription.updated', subscription, previous)
  }
  return subscription
}

function nextStep({ status, items }: Stripe.Subscription): number | null {
  if (status !== 'active' && status !== 'past_due') return null
  return Math.min(...items.data.map((item) => item.current_period_end))
}
