// A card goes: first it is marked, so that we charge it no more; then its successor becomes the default, so that
// no invoice falls between two; then Stripe lets go of it. Whatever is interrupted is taken up again.

import type { Actor, Company } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { PaymentMethod } from './payment-method.ts'
import { refreshWallet } from './refresh-wallet.ts'
import { find, successorOf } from './wallet.ts'
import { changeWallet } from './wallet-change.ts'

export type Removed =
  | { result: 'removed'; method: PaymentMethod; newDefault: PaymentMethod | undefined }
  | { result: 'unanswered'; method: PaymentMethod }
  | { result: 'already' }
  | { result: 'missing' }

export async function removePaymentMethod(ports: Ports, actor: Actor, id: string): Promise<Removed> {
  const { company, member } = actor
  const wallet = await ports.store.wallets.of(company.id)
  const method = find(wallet, id)
  if (!method)
    return { result: (await ports.store.wallets.wasRemoved(company.id, id)) ? 'already' : 'missing' }
  const change = { companyId: company.id, memberId: member.id, kind: 'removal', paymentMethodId: id } as const
  const result = await changeWallet(ports, change, (now) =>
    find(now, id) ? { send: (key) => detach(ports, company, id, key) } : { end: null },
  )
  if (result === 'unanswered') return { result, method }
  return { result: 'removed', method, newDefault: result ? find(wallet, result) : undefined }
}

/** Does all of a removal, or the rest of one; resolves to the id of the card that is the default in its stead. */
export async function detach(
  ports: Ports,
  company: Company,
  id: string,
  key: string,
): Promise<string | null> {
  const { store, gateway, clock } = ports
  await store.wallets.markLeaving(company.id, id, clock.now())
  const successorId = await handOver(ports, company, id, key)
  await gateway.detach(id, `${key}/detach`)
  await store.wallets.remove(company.id, id, successorId, clock.now())
  return successorId
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
