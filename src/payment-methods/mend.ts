// What was interrupted is taken up again: changes of a wallet that Stripe did not answer, and cards that were
// begun and of which no event came.

import type { Company } from '../company/company.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { withRenewedKey } from '../ports/renewed-key.ts'
import type { Setup, WalletChange } from '../ports/store.ts'
import { type Finished, finishAdding, finishHosted } from './finish-adding.ts'
import { refreshWallet } from './refresh-wallet.ts'
import { detach } from './remove-payment-method.ts'
import { noteFailure } from './wallet-change.ts'

// What lies open at Stripe is there to try stolen numbers on. Nobody takes an hour to type a card.
const unusedAfter = 60 * 60 * 1000
// Of some Stripe never told us what they are called; no browser can use those either.
const abandonedAfter = 24 * unusedAfter

/** True when there was something to do, and there may be more. */
export async function mendOneChange(ports: Ports): Promise<boolean> {
  const change = await ports.store.changes.takeUp(ports.clock.now())
  if (!change) return false
  try {
    const company = await ports.store.companies.byId(change.companyId)
    if (company) await mendChange(ports, company, change)
    await ports.store.changes.finish(change.key)
  } catch (error) {
    await noteFailure(ports, change.key, error)
    if (!(error instanceof GatewayUnavailable)) throw error
  }
  return true
}

// A removal was confirmed by its member and is carried through. A default was not: meanwhile they may have
// chosen again, so we only look at what Stripe made of it.
async function mendChange(
  ports: Ports,
  company: Company,
  change: WalletChange & { key: string },
): Promise<void> {
  if (change.kind === 'removal') await detach(ports, company, change.paymentMethodId, change.key)
  else await refreshWallet(ports, company)
}

export async function lookAfterSetups(ports: Ports): Promise<void> {
  for (const setup of await ports.store.setups.toLookAfter(ports.clock.now(), unusedAfter)) {
    try {
      await lookAfter(ports, setup)
    } catch (error) {
      // Looked at in vain, it waits like the others: neither it nor a Stripe that is away is asked every second.
      await ports.store.setups.settle(setup.id, setup.status, null, ports.clock.now())
      if (!(error instanceof GatewayUnavailable)) throw error
      if (!error.answered) return
    }
  }
}

async function lookAfter(ports: Ports, setup: Setup): Promise<void> {
  const { store, clock } = ports
  const company = await store.companies.byId(setup.companyId)
  const result = company && (await ask(ports, company, setup))
  if (result === 'saved' || result === 'removed' || result === 'canceled' || result === 'processing') return
  const age = clock.now() - setup.startedAt
  const isOver = age > abandonedAfter || (age >= unusedAfter && (await cancel(ports, setup)))
  await store.setups.settle(setup.id, isOver ? 'canceled' : 'started', null, clock.now())
}

// Whoever has just used it, after all, is looked at again later.
async function cancel({ gateway, clock }: Ports, { sessionId, setupIntentId }: Setup): Promise<boolean> {
  const id = sessionId ?? setupIntentId
  if (id === null) return false
  const ended = await withRenewedKey(clock, `cancel/${id}`, (key) =>
    sessionId === null ? gateway.cancelSetup(id, key) : gateway.expireHostedSetup(id, key),
  )
  return ended !== 'not open'
}

// A hosted page has the first word; where it has none to give, its setup is asked, if that has a name by now.
async function ask(
  ports: Ports,
  company: Company,
  { sessionId, setupIntentId }: Setup,
): Promise<Finished['result'] | null> {
  const hosted = sessionId === null ? null : (await finishHosted(ports, company, sessionId)).result
  const isToldBySession = hosted !== null && hosted !== 'open' && hosted !== 'missing'
  if (isToldBySession || setupIntentId === null) return hosted
  return (await finishAdding(ports, company, setupIntentId)).result
}
