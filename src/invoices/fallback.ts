// What is to be done about an invoice that Stripe could not charge: which card is next, or what is waited for.
//
// A run tries the default and then the backups in their people's order, each once. Runs are spread over days. The
// charge that Stripe made by itself, and that failed, is the default's turn in the first run.

import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import { backupsOf, defaultOf, type Wallet } from '../payment-methods/wallet.ts'
import { type Attempt, isOpen, isSameCard } from './attempt.ts'
import {
  caps,
  isAsking,
  isBusy,
  isDead,
  isWithinCaps,
  type KnownOfCards,
  knownOf,
  whatFollows,
} from './card-standing.ts'
import { type Invoice, isUnpaid, type RestReason } from './invoice.ts'

export interface Situation extends KnownOfCards {
  readonly invoice: Invoice
  /** Of this invoice, first to last. */
  readonly attempts: readonly Attempt[]
  readonly wallet: Wallet
  readonly now: number
  /** From each run to the next, in milliseconds. */
  readonly schedule: readonly number[]
}

export type Decision =
  | { readonly do: 'nothing' }
  /** An attempt has no answer yet: no other card until it has. */
  | { readonly do: 'settle' }
  /** The card that is next is at its bank for another invoice: what that says of it counts here too. */
  | { readonly do: 'hold'; readonly card: PaymentMethod }
  | {
      readonly do: 'charge'
      readonly card: PaymentMethod
      readonly run: number
      readonly number: number
      /** How many attempts of this card this was decided with. */
      readonly seen: number
    }
  | { readonly do: 'wait'; readonly why: 'next run'; readonly run: number; readonly until: number }
  /** Stripe's bank is still at it; what comes of it is told by an event. */
  | { readonly do: 'wait'; readonly why: 'processing' }
  /** `card` is the first of those whose bank wants to hear from its holder. */
  | {
      readonly do: 'ask cardholder'
      readonly card: Attempt
      readonly run: number
      readonly until: number | null
    }
  | { readonly do: 'stop'; readonly why: RestReason }
  | { readonly do: 'review'; readonly why: RestReason }

const hour = 60 * 60_000
const day = 24 * hour

/** A card that Stripe tried by itself a moment ago is not asked again by us. */
const freshness = 12 * hour

export function decide(situation: Situation): Decision {
  const { invoice, attempts } = situation
  if (attempts.some(isOpen)) return { do: 'settle' }
  if (!isUnpaid(invoice)) return { do: 'nothing' }
  if (invoice.rest?.kind === 'review') return { do: 'review', why: invoice.rest.why ?? 'refused for good' }
  if (invoice.payment === 'processing') return { do: 'wait', why: 'processing' }
  if (invoice.payment === 'canceled') return { do: 'review', why: 'payment canceled' }
  return stoppedBy(attempts.filter(({ number }) => number > invoice.reviewedTo)) ?? carryOn(situation)
}

// One card's answer can settle the matter for all of them.
function stoppedBy(attempts: readonly Attempt[]): Decision | undefined {
  const said = new Set(attempts.map(whatFollows))
  if (attempts.some(({ outcome }) => outcome === 'review')) return { do: 'review', why: 'unexpected amount' }
  if (said.has('review')) return { do: 'review', why: 'suspected fraud' }
  if (said.has('stop')) return { do: 'stop', why: 'refused for good' }
  return undefined
}

function carryOn(situation: Situation): Decision {
  const { rest, run } = situation.invoice
  if (rest === null || rest.kind === 'processing') return inRun(situation, run)
  if (rest.kind === 'stopped') return { do: 'stop', why: rest.why ?? 'runs spent' }
  if (rest.until === null || situation.now < rest.until) return atRest(situation, run, rest.until)
  return inRun(situation, run + 1)
}

function inRun(situation: Situation, run: number): Decision {
  const card = cardsInOrder(situation.wallet).find((each) => mayBeCharged(situation, run, each))
  if (!card) return afterRun(situation, run)
  if (isBusy(situation, card)) return { do: 'hold', card }
  const seen = knownOf(situation, card)
  return { do: 'charge', card, run, number: nextNumber(situation.attempts), seen }
}

export function nextNumber(attempts: readonly Attempt[]): number {
  return Math.max(0, ...attempts.map(({ number }) => number)) + 1
}

function cardsInOrder(wallet: Wallet): readonly PaymentMethod[] {
  const first = defaultOf(wallet)
  return first && !first.isLeaving ? [first, ...backupsOf(wallet)] : backupsOf(wallet)
}

function mayBeCharged(situation: Situation, run: number, card: PaymentMethod): boolean {
  const { attempts, now } = situation
  const own = attempts.filter((attempt) => isSameCard(attempt.card, card))
  const hadItsTurn = own.some((attempt) => attempt.run === run || isFresh(attempt, now))
  const last = own.map(whatFollows).findLast((each) => each !== undefined)
  const mayBeAgain = last === undefined || last === 'later' || last === 'stop'
  return !hadItsTurn && mayBeAgain && !isDead(situation, card) && isWithinCaps(situation, card)
}

function isFresh({ madeBy, startedAt }: Attempt, now: number): boolean {
  return madeBy === 'stripe' && now - startedAt < freshness
}

function afterRun(situation: Situation, run: number): Decision {
  return atRest(situation, run, nextRunAt(situation, run))
}

function atRest(situation: Situation, run: number, until: number | null): Decision {
  const card = cardholderIn(situation)
  if (card) return { do: 'ask cardholder', card, run, until }
  return until === null ? { do: 'stop', why: 'runs spent' } : { do: 'wait', why: 'next run', run, until }
}

/** The first of the cards that are still there whose bank wants to hear from its holder. */
function cardholderIn({ attempts, wallet }: Situation): Attempt | undefined {
  const isThere = ({ card }: Attempt): boolean =>
    wallet.methods.some((method) => method.id === card.id && !method.isLeaving)
  return attempts.find((attempt) => isThere(attempt) && isAsking(attempt, attempts))
}

// Where Stripe tries by itself within a day of ours, its charge leads the run: the default is asked once.
function nextRunAt({ attempts, invoice, now, schedule }: Situation, run: number): number | null {
  const pause = schedule[run - 1]
  if (pause === undefined || run >= caps.runs) return null
  const first = Math.min(now, ...attempts.map(({ startedAt }) => startedAt))
  const at = now + pause
  const stripe = invoice.nextStripeAttemptAt
  const due = stripe !== null && stripe >= at - hour && stripe < at + day ? stripe + hour : at
  return due - first < caps.window ? due : null
}
