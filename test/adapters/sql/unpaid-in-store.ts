// Invoices that Stripe could not charge, in a store, and the cards that are still to be asked: pm_1 and three more.
import { type Attempt, isSameCard } from '../../../src/invoices/attempt.ts'
import type { NewAttempt } from '../../../src/ports/invoices.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  aDecline,
  anAttempt,
  invoiceAtStripe,
  minute,
  mirror,
  noon,
  someFacts,
} from '../../support/builders.ts'

export const cards = ['pm_1', 'pm_2', 'pm_3', 'pm_4'].map((id) => someFacts({ id }))
export const lease = noon + 90_000

export async function unpaidIn(store: Store, ...invoiceIds: readonly string[]): Promise<Store> {
  await mirror(store, cards)
  for (const id of ['in_1', ...invoiceIds])
    await store.invoices.mirror('atelier', invoiceAtStripe({ facts: { id } }), noon, noon)
  return store
}

/** The first of in_1, with pm_1, unless told otherwise. */
export function attempt(changes: Partial<NewAttempt> = {}): Attempt {
  const card = cards.find(({ id }) => id === changes.card?.id) ?? cards[0]
  return anAttempt({ ...(card && { card }), outcome: 'sent', ...changes })
}

/** By whoever knows of all the attempts that there are. */
export async function begin(
  { invoices }: Store,
  changes: Partial<NewAttempt> = {},
): Promise<Attempt | 'overtaken'> {
  const begun = attempt(changes)
  const known = (await invoices.declined('atelier')).filter(({ card }) => isSameCard(card, begun.card))
  return invoices.begin({ ...begun, seen: known.length, ...changes }, lease)
}

/** Begun, and declined a minute later by the charge ch_1. */
export async function declinedIn(store: Store): Promise<boolean> {
  await begin(store)
  const declined = { outcome: 'declined', decline: aDecline('do_not_honor'), chargeId: 'ch_1' } as const
  return store.invoices.settle(attempt().id, declined, noon + minute)
}

/** `number outcome` of each. */
export async function told({ invoices }: Store, id = 'in_1'): Promise<string[]> {
  return (await invoices.attempts('atelier', id)).map(({ number, outcome }) => `${number} ${outcome}`)
}
