// A card that is taken off its customer is no subscription's own any more: they are charged to what is left.
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { inTimeOf } from '../time/at-time.ts'
import { saveSubscription } from './save.ts'

export function forgetCard(ledger: Ledger, customer: string, method: string): void {
  for (const subscription of [...ledger.subscriptions.oldestFirst(customer)]) {
    const isNamed = referenceOf(subscription.default_payment_method) === method
    if (!isNamed || subscription.status === 'canceled') continue
    inTimeOf(ledger, customer, () =>
      saveSubscription(ledger, { ...subscription, default_payment_method: null }),
    )
  }
}
