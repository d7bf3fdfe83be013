// Another card becomes the one that is charged first: at Stripe, then here.

import { byActor } from '../activity/entry.ts'
import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { PaymentMethod } from './payment-method.ts'
import { refreshWallet } from './refresh-wallet.ts'
import { find } from './wallet.ts'
import { changeWallet } from './wallet-change.ts'

export type DefaultChanged =
  | { result: 'changed' | 'already' | 'unanswered'; method: PaymentMethod }
  /** It is leaving, or Stripe does not have it any more. */
  | { result: 'gone'; method: PaymentMethod }
  | { result: 'missing' }

export async function changeDefault(ports: Ports, actor: Actor, id: string): Promise<DefaultChanged> {
  const { company } = actor
  const method = find(await ports.store.wallets.of(company.id), id)
  if (!method) return { result: 'missing' }
  const what = { companyId: company.id, kind: 'default', paymentMethodId: id } as const
  const result = await changeWallet(ports, { ...what, ...byActor(actor) }, (wallet) => {
    const now = find(wallet, id)
    if (!now || now.isLeaving) return { end: 'gone' as const }
    if (now.isDefault) return { end: 'already' as const }
    return { send: (key) => setDefault(ports, actor, id, wallet.version, key) }
  })
  return { result, method }
}

async function setDefault(
  ports: Ports,
  { company }: Actor,
  id: string,
  version: number,
  key: string,
): Promise<'changed' | 'gone'> {
  if (company.stripeCustomerId === null) return 'gone'
  const { store, gateway, clock } = ports
  const answer = await gateway.setDefault(company.stripeCustomerId, id, key)
  // Where the wallet moved on while Stripe answered, what it says by now is newer than its answer to us.
  if (answer === 'gone' || !(await store.wallets.makeDefault(company.id, id, version, clock.now()))) {
    await refreshWallet(ports, company)
  }
  return answer === 'set' ? 'changed' : 'gone'
}
