// What became of a card that somebody began to add. The answer is Stripe's, never the browser's, and finishing
// twice, by the return page and by the event, ends the same.

import type { Company } from '../company/company.ts'
import type { SetupAtStripe, SetupFailure } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Setup } from '../ports/store.ts'
import type { PaymentMethod } from './payment-method.ts'
import { refreshWallet } from './refresh-wallet.ts'
import { find } from './wallet.ts'

export type Finished =
  | { result: 'saved'; method: PaymentMethod }
  /** Saved once, and gone since. */
  | { result: 'removed' }
  | { result: 'processing' }
  | { result: 'failed'; failure: SetupFailure }
  /** Stripe still waits for its visitor: for a card, or for the bank's confirmation. */
  | { result: 'open' }
  | { result: 'canceled' }
  /** Unknown, or of another customer: the answer is the same. */
  | { result: 'missing' }

export async function finishAdding(ports: Ports, company: Company, setupIntentId: string): Promise<Finished> {
  const atStripe = await ports.gateway.setup(setupIntentId)
  if (atStripe === 'missing' || !belongsTo(company, atStripe)) return { result: 'missing' }
  return settle(ports, company, atStripe, await ports.store.setups.bySetupIntent(setupIntentId))
}

export async function finishHosted(ports: Ports, company: Company, sessionId: string): Promise<Finished> {
  const session = await ports.gateway.hostedSetup(sessionId)
  if (session === 'missing' || !belongsTo(company, session)) return { result: 'missing' }
  if (session.setupIntentId === null) return { result: 'open' }
  const setup = await ports.store.setups.bySession(sessionId)
  if (setup) await ports.store.setups.name(setup.id, { setupIntentId: session.setupIntentId })
  return finishAdding(ports, company, session.setupIntentId)
}

function belongsTo(company: Company, { customerId }: { customerId: string | null }): boolean {
  return customerId !== null && customerId === company.stripeCustomerId
}

async function settle(
  ports: Ports,
  company: Company,
  atStripe: SetupAtStripe,
  setup: Setup | null,
): Promise<Finished> {
  if (atStripe.status === 'succeeded') return save(ports, company, atStripe, setup)
  const status = ourStatus(atStripe, setup)
  if (setup) await ports.store.setups.settle(setup.id, status, atStripe.paymentMethodId, ports.clock.now())
  if (atStripe.status === 'processing') return { result: 'processing' }
  if (atStripe.status === 'canceled') return { result: 'canceled' }
  if (atStripe.status === 'needs cardholder' || atStripe.failure === null) return { result: 'open' }
  return { result: 'failed', failure: atStripe.failure }
}

// A card that is refused at once leaves its setup open: the next one may be tried on it. Whoever was told that
// theirs is being verified, and went away, is told later that it failed.
function ourStatus({ status, failure }: SetupAtStripe, setup: Setup | null): Setup['status'] {
  if (status === 'processing' || status === 'canceled') return status
  const wasVerified = setup?.status === 'processing' || setup?.status === 'failed'
  return wasVerified && failure !== null ? 'failed' : 'started'
}

async function save(
  ports: Ports,
  company: Company,
  { paymentMethodId }: SetupAtStripe,
  setup: Setup | null,
): Promise<Finished> {
  const { store, clock } = ports
  // Before the wallet has it, so that the wallet's log says who added it.
  if (setup && paymentMethodId !== null) await store.setups.name(setup.id, { paymentMethodId })
  await refreshWallet(ports, company)
  if (setup && paymentMethodId !== null) {
    const { memberId, consent, startedAt } = setup
    await store.wallets.agree({ companyId: company.id, memberId, paymentMethodId, consent, at: startedAt })
    await store.setups.settle(setup.id, 'saved', paymentMethodId, clock.now())
  }
  const method = paymentMethodId && find(await store.wallets.of(company.id), paymentMethodId)
  return method ? { result: 'saved', method } : { result: 'removed' }
}
