import type Stripe from 'stripe'
import { stillBills } from '../../payment-methods/subscription.ts'
import type { SubscriptionGateway } from '../../ports/subscriptions.ts'
import { answerOf, isMissing, isRefused, whenMissing } from './failures.ts'
import { productsOf, toSubscription } from './translate-subscriptions.ts'

const page = 100

export function stripeSubscriptions(stripe: Stripe): SubscriptionGateway {
  return {
    async subscriptions(customerId) {
      const all = await everySubscription(stripe, customerId)
      if (all === 'gone') return 'gone'
      // Whoever is sent invoices pays them with whichever card they like.
      const charged = all.filter(
        (one) => stillBills(one.status) && one.collection_method === 'charge_automatically',
      )
      const names = await productNames(stripe, charged)
      return charged.map((one) => toSubscription(one, names))
    },

    // Without a card or a source of its own it is charged to what its customer names.
    async followDefault(subscriptionId, key) {
      const answer = await answerOf(
        stripe.subscriptions.update(
          subscriptionId,
          { default_payment_method: '', default_source: '' },
          { idempotencyKey: key },
        ),
        'subscription',
        (error) => (isMissing(error) || isRefused(error) ? 'gone' : undefined),
      )
      return answer === 'gone' ? 'gone' : 'followed'
    },
  }
}

/** Newest first, without those that have ended. */
async function everySubscription(stripe: Stripe, customer: string): Promise<Stripe.Subscription[] | 'gone'> {
  const subscriptions: Stripe.Subscription[] = []
  for (;;) {
    const after = subscriptions.at(-1)?.id
    const answer = await answerOf(
      stripe.subscriptions.list({ customer, limit: page, ...(after && { starting_after: after }) }),
      'list',
      whenMissing('gone' as const),
    )
    if (answer === 'gone') return 'gone'
    subscriptions.push(...answer.data)
    if (!answer.has_more || answer.data.length === 0) return subscriptions
  }
}

// Stripe's lists do not expand as deep as a subscription's products: they are asked for by themselves. A key that
// may not read products costs their names and nothing else.
async function productNames(
  stripe: Stripe,
  subscriptions: readonly Stripe.Subscription[],
): Promise<ReadonlyMap<string, string>> {
  const unnamed = subscriptions.filter(({ description }) => !description)
  const ids = [...new Set(unnamed.flatMap(productsOf))]
  const names = new Map<string, string>()
  for (let at = 0; at < ids.length; at += page) {
    const answer = await answerOf(
      stripe.products.list({ ids: ids.slice(at, at + page), limit: page }),
      'list',
      (error) => (isMissing(error) || error.statusCode === 403 ? ('unreadable' as const) : undefined),
    )
    if (answer === 'unreadable') return names
    for (const { id, name } of answer.data) names.set(id, name)
  }
  return names
}
