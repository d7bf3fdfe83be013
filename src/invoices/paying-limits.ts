// How often a member may press to pay. Each press asks a bank, and an answer tells whether a card works; the caps on each
// card (card-standing.ts) know the cards, these know who presses. Several invoices in one form are one press.

import type { Actor } from '../company/company.ts'
import type { Limit } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'
import type { Ports } from '../ports/ports.ts'

const hour = 60 * 60_000

export function payingLimits({ member, company, address }: Actor): readonly Limit[] {
  return [
    { key: `pay/member/${member.id}`, most: 10, within: hour },
    { key: `pay/company/${company.id}`, most: 20, within: hour },
    // An office's, with several companies; or whoever has taken over accounts of many.
    { key: `pay/network/${networkOf(address)}`, most: 40, within: hour },
  ]
}

/** Null: it may be tried. The same form pressed twice is one press. */
export function mayPay(
  { store, clock }: Ports,
  actor: Actor,
  chosen: readonly { readonly invoiceId: string; readonly number: number }[],
): Promise<number | null> {
  const act = chosen.map(({ invoiceId, number }) => `${invoiceId}/${number}`).join(' ')
  return store.limits.take(payingLimits(actor), clock.now(), act.slice(0, 300))
}
