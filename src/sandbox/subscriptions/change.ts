// Changing and ending a subscription.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { refuseUnlessAttached } from '../invoices/change.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import type { Hash } from '../parameters/hash.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { inTimeOf } from '../time/at-time.ts'
import type { subscriptionFields } from './create.ts'
import { saveSubscription } from './save.ts'

export function changeSubscription(
  ledger: Ledger,
  subscription: Stripe.Subscription,
  { metadata, ...plain }: Hash<typeof subscriptionFields, never>,
): Stripe.Subscription {
  refuseIfSettled(subscription, Object.keys(plain))
  const { default_payment_method: chosen } = plain
  if (chosen) refuseUnlessAttached(ledger, chosen, subscription.customer)
  const changed = { ...subscription, ...plain, metadata: withMetadata(subscription.metadata, metadata) }
  return inTimeOf(ledger, referenceOf(subscription.customer), () => saveSubscription(ledger, changed))
}

// https://docs.stripe.com/api/subscriptions/object#subscription_object-status
function refuseIfSettled({ status }: Stripe.Subscription, changed: string[]): void {
  if (status === 'canceled' && changed.length > 0) {
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.')
  }
  if (status === 'incomplete' && changed.some((name) => name !== 'default_source')) {
    throw invalidRequest('An incomplete subscription can only update its metadata and default_source.')
  }
}

export function endSubscription(ledger: Ledger, subscription: Stripe.Subscription): Stripe.Subscription {
  return inTimeOf(ledger, referenceOf(subscription.customer), () => {
    const now = ledger.now()
    const ended = { ...subscription, canceled_at: now, ended_at: now, status: 'canceled' as const }
    ledger.subscriptions.replace(ended)
    ledger.agenda.set(ended.id, '', null)
    recordEvent(ledger, 'customer.subscription.deleted', ended)
    return ended
  })
}
