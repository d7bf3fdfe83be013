// A card goes: first it is marked, so that we charge it no more; then its successor becomes the default, so that
// no invoice falls between two; then the subscriptions that name it follow the default; then Stripe lets go of it.
// Whatever is interrupted is taken up again.

import { byActor } from '../activity/entry.ts'
import type { Actor, Company } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { type Following, leaveForLater, noneFollow, pursue, together, wish } from './follow-default.ts'
import type { PaymentMethod } from './payment-method.ts'
import { refreshWallet } from './refresh-wallet.ts'
import { pinnedTo } from './subscription.ts'
import { find, successorOf } from './wallet.ts'
import { changeWallet } from './wallet-change.ts'

export type Removed =
  | {
      result: 'removed'
      method: PaymentMethod
      newDefault: PaymentMethod | undefined
      /** Those that named the card, and the others that were asked for. */
      following: Following
    }
  | { result: 'unanswered'; method: PaymentMethod }
  | { result: 'already' }
  | { result: 'missing' }

/** `others`: subscriptions that name still another card, and follow the new default all the same. */
export async function removePaymentMethod(
  ports: Ports,
  actor: Actor,
  id: string,
  others: readonly string[] = [],
): Promise<Removed> {
  const { company } = actor
  const wallet = await ports.store.wallets.of(company.id)
  const method = find(wallet, id)
  if (!method)
    return { result: (await ports.store.wallets.wasRemoved(company.id, id)) ? 'already' : 'missing' }
  const wishes = await wish(ports, company.id, others)
  const what = { companyId: company.id, kind: 'removal', paymentMethodId: id } as const
  const result = await changeWallet(ports, { ...what, ...byActor(actor) }, (now) =>
    find(now, id)
      ? { send: (key) => detach(ports, company, id, key) }
      : { end: { successorId: null, following: noneFollow } },
  )
  if (result === 'unanswered') {
    await leaveForLater(ports, wishes)
    return { result, method }
  }
  const following = together(result.following, await pursue(ports, wishes))
  const newDefault = result.successorId === null ? undefined : find(wallet, result.successorId)
  return { result: 'removed', method, newDefault, following }
}

export interface Detached {
  /** The card that is the default in its stead. */
  readonly successorId: string | null
  readonly following: Following
}

/** Does all of a removal, or the rest of one. */
export async function detach(ports: Ports, company: Company, id: string, key: string): Promise<Detached> {
  const { store, gateway, clock } = ports
  await store.wallets.markLeaving(company.id, id, clock.now())
  const successorId = await handOver(ports, company, id, key)
  const pinned = pinnedTo(await store.subscriptions.of(company.id), id)
  const wishes = await wish(
    ports,
    company.id,
    pinned.map((one) => one.id),
  )
  const following = await pursue(ports, wishes)
  await gateway.detach(id, `${key}/detach`)
  await store.wallets.remove(company.id, id, successorId, clock.now())
  return { successorId, following }
}

// A successor that Stripe has no more, or will not have as a default, gives way to the next.
async function handOver(ports: Ports, company: Company, id: string, key: string): Promise<string | null> {
  const refused = new Set<string>()
  for (;;) {
    const wallet = await ports.store.wallets.of(company.id)
    const methods = wallet.methods.filter((method) => !refused.has(method.id))
    const successor = find(wallet, id)?.isDefault ? successorOf({ ...wallet, methods }, id) : undefined
    if (!successor || company.stripeCustomerId === null) return null
    const keyOfIt = `${key}/successor/${successor.id}`
    const answer = await ports.gateway.setDefault(company.stripeCustomerId, successor.id, keyOfIt)
    if (answer === 'set') return successor.id
    refused.add(successor.id)
    await refreshWallet(ports, company)
  }
}
