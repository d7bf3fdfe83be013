// Finding subscriptions.
import type Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function subscriptionInPath(ledger: Ledger, id: string): Stripe.Subscription {
  const subscription = ledger.subscriptions.get(id)
  if (!subscription) throw noSuch('subscription', id, 'id', 'path')
  return subscription
}

export function subscriptionNamed(ledger: Ledger, id: string): Stripe.Subscription {
  const subscription = ledger.subscriptions.get(id)
  if (!subscription) throw noSuch('subscription', id, 'subscription', 'parameters')
  return subscription
}
