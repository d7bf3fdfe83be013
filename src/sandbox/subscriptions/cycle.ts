// A period is over: the next begins with its invoice, or the subscription ends.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { billSubscription } from './bill.ts'
import { endSubscription } from './change.ts'
import { periodAfter } from './period.ts'
import { saveSubscription } from './save.ts'

export function nextCycle(ledger: Ledger, id: string): void {
  const subscription = ledger.subscriptions.get(id)
  if (!subscription || !['active', 'past_due'].includes(subscription.status)) return
  if (subscription.cancel_at_period_end) return void endSubscription(ledger, subscription)
  const data = subscription.items.data.map((item) => renewed(item, ledger.now()))
  const items = { ...subscription.items, data }
  billSubscription(ledger, saveSubscription(ledger, { ...subscription, items }), 'subscription_cycle')
}

function renewed(item: Stripe.SubscriptionItem, now: number): Stripe.SubscriptionItem {
  if (item.current_period_end > now) return item
  const current_period_start = item.current_period_end
  const current_period_end = periodAfter(current_period_start, item.price.recurring)
  return { ...item, current_period_start, current_period_end }
}
