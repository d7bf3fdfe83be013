// How a card stands, by what its bank has said of it: for this invoice and for the company's others.

import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import { find, type Wallet } from '../payment-methods/wallet.ts'
import { type Attempt, isSameCard } from './attempt.ts'
import { type Consequence, consequenceOf } from './decline.ts'

const day = 24 * 60 * 60_000

// Visa allows 20 declines in 30 days and Mastercard 35; ours are lower on purpose.
export const caps = { perDay: 6, perMonth: 14, runs: 4, window: 30 * day } as const

export interface KnownOfCards {
  /** Those of the company's attempts that were declined or may yet be, whatever their invoice. */
  readonly declined: readonly Attempt[]
}

/** What follows from an attempt that was refused; undefined for the others. */
export function whatFollows({ outcome, decline }: Attempt): Consequence | undefined {
  // The bank may ask for its cardholder and have the network advise against ever trying again.
  if (outcome === 'needs cardholder')
    return decline && consequenceOf(decline) === 'dead' ? 'dead' : 'cardholder'
  return outcome === 'declined' && decline ? consequenceOf(decline) : undefined
}

/** The bank said never again: by us, and for no invoice. */
export function isDead({ declined }: KnownOfCards, card: PaymentMethod): boolean {
  return declined.some(
    (attempt) =>
      isSameCard(attempt.card, card) && whatFollows(attempt) === 'dead' && !isRenewed(attempt, card),
  )
}

// The same number with a new date, saved after the old one had expired.
function isRenewed({ card, decline, startedAt }: Attempt, { id, createdAt }: PaymentMethod): boolean {
  const expired = decline?.code === 'expired_card' || decline?.declineCode === 'expired_card'
  return expired && card.id !== id && createdAt > startedAt
}

export function isWithinCaps(
  { declined, now }: KnownOfCards & { readonly now: number },
  card: PaymentMethod,
): boolean {
  const since = (span: number): number =>
    declined.filter((attempt) => isSameCard(attempt.card, card) && attempt.startedAt > now - span).length
  return since(day) < caps.perDay && since(caps.window) < caps.perMonth
}

/** On its way to its bank for another invoice. An answer that is long in coming keeps the others no longer. */
export function isBusy({ declined }: KnownOfCards, card: PaymentMethod): boolean {
  return declined.some((attempt) => attempt.outcome === 'sent' && isSameCard(attempt.card, card))
}

/** How many attempts of this card are known that were declined or may yet be. */
export function knownOf({ declined }: KnownOfCards, card: PaymentMethod): number {
  return declined.filter((attempt) => isSameCard(attempt.card, card)).length
}

/** By itself, on a later run: its bank said neither never nor anything that we do not know. */
export function willBeTriedAgain(attempt: Attempt): boolean {
  return whatFollows(attempt) === 'later'
}

/** The first card of an invoice whose bank wants to hear from its holder, and has not since said otherwise. */
/** The attempt whose card's bank asks, while that card is still there to be confirmed. */
export function waitsForCardholder(attempts: readonly Attempt[], wallet: Wallet): Attempt | undefined {
  return attempts.find(
    (attempt) => isAsking(attempt, attempts) && find(wallet, attempt.card.id)?.isLeaving === false,
  )
}

export function isAsking(attempt: Attempt, attempts: readonly Attempt[]): boolean {
  if (whatFollows(attempt) !== 'cardholder') return false
  return attempts.findLast((other) => isSameCard(other.card, attempt.card)) === attempt
}
