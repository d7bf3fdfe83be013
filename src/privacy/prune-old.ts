// Mail that was sent, events that were worked off and links that have expired are forgotten after a while.
//
// Both are kept for what may come again. Stripe repeats an event for thirty days at most. A mail's occasion lies
// nearer still: a card's last notice is sent within thirty days of its end, the runs of an invoice lie within thirty
// days, and a wallet's versions never come back. So nothing that is forgotten can be told a second time.

import type { Ports } from '../ports/ports.ts'

export const keptFor = 90 * 24 * 60 * 60_000
const atOnce = 500
const batches = 20

/** Bounded: what is left is for the next time. */
export async function pruneOld({ store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  const before = clock.now() - keptFor
  for (let batch = 0; batch < batches; batch++) {
    if ((await store.privacy.prune({ mails: before, events: before, links: before }, atOnce)) === 0) return
  }
}
