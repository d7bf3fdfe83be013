// The order in which the backups are charged is ours alone: Stripe knows only the default.

import { byActor, type NewEntry } from '../activity/entry.ts'
import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { PaymentMethod } from './payment-method.ts'
import { backupPlace, find, moved, type Wallet } from './wallet.ts'
import { named } from './wallet-news.ts'

export type OrderChanged =
  | { result: 'moved'; method: PaymentMethod; place: number }
  /** At the end already, or no backup. */
  | { result: 'stayed'; method: PaymentMethod }
  | { result: 'missing' }

const tries = 5

export async function changeOrder(
  { store, clock }: Ports,
  actor: Actor,
  id: string,
  direction: 'up' | 'down',
): Promise<OrderChanged> {
  const { company } = actor
  for (let attempt = 1; ; attempt++) {
    const wallet = await store.wallets.of(company.id)
    const method = find(wallet, id)
    if (!method) return { result: 'missing' }
    const ids = moved(wallet, id, direction)
    if (!ids) return { result: 'stayed', method }
    const place = placeAmong(wallet, ids, id)
    const entry = entryOf(actor, method, place)
    if (await store.wallets.reorder(company.id, wallet.version, ids, [entry], clock.now())) {
      return { result: 'moved', method, place }
    }
    if (attempt === tries) return { result: 'stayed', method }
  }
}

function entryOf(actor: Actor, method: PaymentMethod, place: number): NewEntry {
  const facts = { card: named(method), place }
  return { ...byActor(actor), companyId: actor.company.id, action: 'order changed', facts, result: 'done' }
}

function placeAmong(wallet: Wallet, ids: readonly string[], id: string): number {
  const methods = ids.map((each) => find(wallet, each)).filter((method) => method !== undefined)
  return backupPlace({ ...wallet, methods }, id) ?? 0
}
