// A company is erased: first it is marked, so that nothing of it is charged any more; then Stripe lets go of its cards;
// then its names and texts go. Whatever is interrupted is taken up again, by its owner or by us.

import type { Actor } from '../company/company.ts'
import { GatewayUnavailable, type WalletAtStripe } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Erasing } from '../ports/privacy.ts'

/**
 * 'unanswered': nothing is charged any more, and we go on by ourselves. 'in flight', 'collecting': money is under way,
 * nothing was changed.
 */
export type CompanyErased = 'erased' | 'unanswered' | 'in flight' | 'collecting'

// Longer than any call to Stripe takes: whoever was at it has died meanwhile.
const lease = 90_000
const firstPause = 2_000
const longestPause = 5 * 60_000
const rounds = 5

export async function eraseCompany(
  ports: Ports,
  { company, member, address }: Actor,
): Promise<CompanyErased> {
  const { store, clock } = ports
  const asker = { companyId: company.id, memberId: member.id, address }
  const begun = await store.privacy.beginErasure(asker, clock.now(), clock.now() + lease)
  if (begun === 'gone') return 'erased'
  return typeof begun === 'string' ? begun : carryThrough(ports, begun)
}

/** True when there was one to go on with, and there may be more. */
export async function eraseOneCompany(ports: Ports): Promise<boolean> {
  const { store, clock } = ports
  const erasing = await store.privacy.takeUpErasure(clock.now(), clock.now() + lease)
  if (!erasing) return false
  await carryThrough(ports, erasing)
  return true
}

async function carryThrough(ports: Ports, erasing: Erasing): Promise<'erased' | 'unanswered'> {
  const { store, clock } = ports
  try {
    await detachAll(ports, erasing)
    await store.privacy.finishErasure(erasing.companyId, clock.now())
    return 'erased'
  } catch (error) {
    const pause = Math.min(firstPause * 2 ** Math.min(erasing.tries - 1, 20), longestPause)
    await store.privacy.postponeErasure(erasing.companyId, clock.now() + pause)
    if (error instanceof GatewayUnavailable) return 'unanswered'
    throw error
  }
}

// Stripe is read until it has no card any more: one that was being added meanwhile goes too. The customer stays, and
// with it the invoices that its company's books need.
async function detachAll({ gateway }: Ports, { companyId, stripeCustomerId, tries }: Erasing): Promise<void> {
  if (stripeCustomerId === null) return
  for (let round = 1; round <= rounds; round++) {
    const wallet = await gateway.wallet(stripeCustomerId)
    if (wallet === 'gone' || wallet.methods.length === 0) return
    for (const id of defaultFirst(wallet)) {
      await gateway.detach(id, `erasure/${companyId}/${id}/${tries}/${round}`)
    }
  }
  throw new Error('Stripe still has cards of a company that is being erased')
}

// From then on Stripe, too, has none to charge by itself.
function defaultFirst({ methods, defaultId }: WalletAtStripe): string[] {
  const ids = methods.map(({ id }) => id)
  return [...ids.filter((id) => id === defaultId), ...ids.filter((id) => id !== defaultId)]
}
