// Attempts without an answer are taken up again, by whoever comes first: read, sent again with the same key and the
// same bytes while Stripe remembers the key, and left to a person after that.

import { find } from '../payment-methods/wallet.ts'
import type { Ports } from '../ports/ports.ts'
import type { Attempt } from './attempt.ts'
import { send } from './charge-invoice.ts'
import { sendAgainFor, settleFromStripe } from './settle-from-stripe.ts'

const lease = 90_000

/** The attempt that was taken up, as it was; null when none is due. */
export async function settleOneUnknown(ports: Ports): Promise<Attempt | null> {
  const { store, clock } = ports
  const attempt = await store.invoices.takeUp(clock.now(), clock.now() + lease)
  if (!attempt) return null
  if (attempt.outcome === 'pending') {
    await settleFromStripe(ports, attempt)
    return attempt
  }
  // Read first: what we have may be an older copy of ourselves, and the matter settled long ago.
  const isSentAgain = await mayBeSentAgain(ports, attempt)
  const read = await settleFromStripe(ports, attempt, { isSentAgain, givenUp: isTooOld(ports, attempt) })
  if (read === 'open') await send(ports, attempt)
  return attempt
}

function isTooOld({ clock }: Ports, { startedAt }: Attempt): boolean {
  return clock.now() - startedAt >= sendAgainFor
}

// A card that was asked to go is charged no more, not even by what was sent before.
async function mayBeSentAgain(ports: Ports, attempt: Attempt): Promise<boolean> {
  if (isTooOld(ports, attempt)) return false
  const card = find(await ports.store.wallets.of(attempt.companyId), attempt.card.id)
  return card !== undefined && !card.isLeaving
}
