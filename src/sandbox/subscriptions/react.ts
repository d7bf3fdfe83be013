// What becomes of a subscription when its invoice is paid, or is not.
import type Stripe from 'stripe'
import { subscriptionOf } from '../invoices/find.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { saveSubscription } from './save.ts'

export function reactToInvoice(ledger: Ledger, invoice: Stripe.Invoice): void {
  const subscription = ledger.subscriptions.get(subscriptionOf(invoice) ?? '')
  if (!subscription || subscription.status === 'canceled') return
  const status = statusAfter(subscription.status, invoice.status)
  if (status !== subscription.status) saveSubscription(ledger, { ...subscription, status })
}

function statusAfter(before: string, invoice: string | null): string {
  if (invoice === 'paid') return 'active'
  if (invoice !== 'open') return before
  return before === 'active' ? 'past_due' : before
}
