// A wallet is all the payment methods of a company, in its people's order: which is charged first, which
// stand in for it, and what follows when one goes. Rows stay where they are when the default changes.

import type { CardFacts, PaymentMethod } from './payment-method.ts'

export interface Wallet {
  /** Moves with every change; a writer that read an older one must read again. */
  readonly version: number
  readonly methods: readonly PaymentMethod[]
  /** The one that Stripe was asked to make the default and has not confirmed; null when nothing is open. */
  readonly awaitedDefaultId: string | null
}

export function find(wallet: Wallet, id: string): PaymentMethod | undefined {
  return wallet.methods.find((method) => method.id === id)
}

export function defaultOf(wallet: Wallet): PaymentMethod | undefined {
  return wallet.methods.find((method) => method.isDefault)
}

/** Those charged when the default cannot be, first to last. A card whose owner never agreed to it is none. */
export function backupsOf(wallet: Wallet): readonly PaymentMethod[] {
  return wallet.methods.filter((method) => !method.isDefault && !method.isLeaving && method.mayBeBackup)
}

/** Its place among the backups, from 1; undefined for the default and for what is no backup. */
export function backupPlace(wallet: Wallet, id: string): number | undefined {
  const place = backupsOf(wallet).findIndex((method) => method.id === id)
  return place === -1 ? undefined : place + 1
}

export function mayBecomeDefault(method: PaymentMethod): boolean {
  return !method.isDefault && !method.isLeaving
}

/** Who becomes the default when this one goes: the first backup, else the first that stays. */
export function successorOf(wallet: Wallet, id: string): PaymentMethod | undefined {
  const leaving = find(wallet, id)
  if (!leaving?.isDefault) return defaultOf(wallet)
  return backupsOf(wallet)[0] ?? wallet.methods.find((method) => method.id !== id && !method.isLeaving)
}

/** The ids of the wallet in their new order, or undefined when there is no such neighbour to change places with. */
export function moved(wallet: Wallet, id: string, direction: 'up' | 'down'): string[] | undefined {
  const backups = backupsOf(wallet).map((method) => method.id)
  const at = backups.indexOf(id)
  const neighbour = backups[direction === 'up' ? at - 1 : at + 1]
  if (at === -1 || neighbour === undefined) return undefined
  const swapped = new Map([[id, neighbour], [neighbour, id]]) // biome-ignore format: a pair a side
  return wallet.methods.map((method) => swapped.get(method.id) ?? method.id)
}

/** An older row of the very same card, as Stripe's fingerprint tells; undefined where its owner keeps both. */
export function twinOf(wallet: Wallet, method: PaymentMethod): PaymentMethod | undefined {
  if (method.fingerprint === null || method.duplicateKept) return undefined
  return wallet.methods.find(
    (other) =>
      other.id !== method.id &&
      !other.isLeaving &&
      other.fingerprint === method.fingerprint &&
      isOlder(other, method),
  )
}

function isOlder(one: CardFacts, other: CardFacts): boolean {
  return one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id)
}
