// Our copy of a company's subscriptions made to say what Stripe says: all of them at once, so that it does not matter
// which of their events came first, or twice.

import type { Company } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'

const tries = 3
const fewAtATime = 20

export async function refreshSubscriptions(
  { store, gateway, clock }: Ports,
  { id, stripeCustomerId: customerId }: Company,
): Promise<void> {
  if (customerId === null) return
  for (let attempt = 0; attempt < tries; attempt++) {
    const readAt = clock.now()
    const atStripe = await gateway.subscriptions(customerId)
    // A customer that is gone has none; that it is gone its own event says.
    if (await store.subscriptions.mirror({ id, customerId }, atStripe === 'gone' ? [] : atStripe, readAt))
      return
  }
}

/** Of companies that had a customer at Stripe before we knew of subscriptions. */
export async function readUnknownSubscriptions(ports: Ports): Promise<void> {
  for (const id of await ports.store.subscriptions.unread(fewAtATime)) {
    const company = await ports.store.companies.byId(id)
    if (company) await refreshSubscriptions(ports, company)
  }
}
