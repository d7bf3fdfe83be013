// The order in which the backups are charged is ours alone: Stripe knows only the default.

import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { PaymentMethod } from './payment-method.ts'
import { backupPlace, find, moved, type Wallet } from './wallet.ts'

export type OrderChanged =
  | { result: 'moved'; method: PaymentMethod; place: number }
  /** At the end already, or no backup. */
  | { result: 'stayed'; method: PaymentMethod }
  | { result: 'missing' }

const tries = 5

export async function changeOrder(
  { store }: Ports,
  { company }: Actor,
  id: string,
  direction: 'up' | 'down',
): Promise<OrderChanged> {
  for (let attempt = 1; ; attempt++) {
    const wallet = await store.wallets.of(company.id)
    const method = find(wallet, id)
    if (!method) return { result: 'missing' }
    const ids = moved(wallet, id, direction)
    if (!ids) return { result: 'stayed', method }
    if (await store.wallets.reorder(company.id, wallet.version, ids)) {
      return { result: 'moved', method, place: placeAmong(wallet, ids, id) }
    }
    if (attempt === tries) return { result: 'stayed', method }
  }
}

function placeAmong(wallet: Wallet, ids: readonly string[], id: string): number {
  const methods = ids.map((each) => find(wallet, each)).filter((method) => method !== undefined)
  return backupPlace({ ...wallet, methods }, id) ?? 0
}
