// An attempt is one card asked to pay one invoice, by us, by a member or by Stripe itself, and what came of it.

import type { CardFacts } from '../payment-methods/payment-method.ts'

export interface AttemptedCard extends Pick<CardFacts, 'id' | 'brand' | 'last4' | 'fingerprint'> {}

/** Stripe's codes of a refusal, none of them empty. */
export interface Decline {
  readonly code: string | null
  readonly declineCode: string | null
  readonly adviceCode: string | null
  /** Radar, and not the bank, said no. */
  readonly blocked: boolean
}

/** Not settled: no answer yet, none that says anything, or Stripe's bank is still at it. */
export type OpenOutcome = 'sent' | 'unknown' | 'pending'
/** 'undone': nothing was charged, and nobody refused. */
export type SettledOutcome = 'paid' | 'declined' | 'needs cardholder' | 'undone' | 'review'

export interface Attempt {
  /** The idempotency key of one of ours, or Stripe's charge. */
  readonly id: string
  readonly invoiceId: string
  readonly companyId: string
  /** From 1, in the order in which they were begun. */
  readonly number: number
  /** Every card at most once in each; see fallback.ts. */
  readonly run: number
  readonly card: AttemptedCard
  readonly madeBy: 'guichet' | 'member' | 'stripe'
  readonly memberId: string | null
  /** Where that member was. */
  readonly address: string | null
  /** Exactly what is sent, as JSON; null for Stripe's own. */
  readonly body: string | null
  /** What is owed when it begins, in minor units. */
  readonly amount: number
  readonly currency: string
  readonly startedAt: number
  readonly outcome: OpenOutcome | SettledOutcome
  readonly decline: Decline | null
  readonly chargeId: string | null
  readonly settledAt: number | null
  /** How often it was sent. */
  readonly tries: number
}

export function isOpen({ settledAt }: Attempt): boolean {
  return settledAt === null
}

/**
 * The key that an attempt is sent with, however often: derived from the invoice, the card and the attempt's number,
 * and from nothing else, so that whoever sends it again after a crash sends the same.
 */
export function keyOf(invoiceId: string, paymentMethodId: string, number: number): string {
  return `charge/${invoiceId}/${paymentMethodId}/${number}`
}

/** Stripe is to know whether the cardholder is there: a bank asks only those who are. */
export function bodyOf(paymentMethodId: string, madeBy: 'guichet' | 'member'): string {
  return JSON.stringify({
    payment_method: paymentMethodId,
    off_session: madeBy === 'guichet',
    expand: ['payments.data.payment.payment_intent'],
  })
}

/** One card saved twice is one card, as Stripe's fingerprint tells. */
export function isSameCard(
  one: Pick<AttemptedCard, 'id' | 'fingerprint'>,
  other: Pick<AttemptedCard, 'id' | 'fingerprint'>,
): boolean {
  return one.id === other.id || (one.fingerprint !== null && one.fingerprint === other.fingerprint)
}
