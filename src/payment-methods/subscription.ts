// A subscription is charged to the customer's default card, or to one that it names as its own. Those that name one
// do not notice when the default changes: their people are asked.

import { createHash } from 'node:crypto'
import type { PaymentMethod } from './payment-method.ts'
import { successorOf, type Wallet } from './wallet.ts'

export interface SubscriptionFacts {
  /** Stripe's id: sub_… */
  readonly id: string
  /** What a person would call it. */
  readonly name: string
  readonly status: BillingStatus
  /** The card that it names as its own; null: it follows the customer's default. */
  readonly paymentMethodId: string | null
  readonly price: SubscriptionPrice | null
}

/** The states in which Stripe still bills: https://docs.stripe.com/billing/subscriptions/overview */
export type BillingStatus = (typeof billingStatuses)[number]
export const billingStatuses = ['active', 'trialing', 'past_due', 'unpaid', 'incomplete'] as const

export interface SubscriptionPrice {
  /** In the currency's minor units. */
  readonly amount: number
  readonly currency: string
  readonly interval: 'day' | 'week' | 'month' | 'year'
}

export interface Subscription extends SubscriptionFacts {
  /** Asked to follow the default, which Stripe has not confirmed yet. */
  readonly isToFollow: boolean
}

export function stillBills(status: string): status is BillingStatus {
  return (billingStatuses as readonly string[]).includes(status)
}

/** Those that are charged to this card because they name it. */
export function pinnedTo(subscriptions: readonly Subscription[], cardId: string): readonly Subscription[] {
  return subscriptions.filter((one) => one.paymentMethodId === cardId)
}

/** Those that a new default leaves behind: they name another card, and nobody has asked them to follow yet. */
export function leftBehind(
  subscriptions: readonly Subscription[],
  newDefaultId: string,
): readonly Subscription[] {
  return subscriptions.filter(
    (one) => one.paymentMethodId !== null && one.paymentMethodId !== newDefaultId && !one.isToFollow,
  )
}

/** Those that the removal of a default leaves with another card. Those that name the card itself go along anyway. */
export function leftBehindByRemoval(
  subscriptions: readonly Subscription[],
  wallet: Wallet,
  { id, isDefault }: Pick<PaymentMethod, 'id' | 'isDefault'>,
): readonly Subscription[] {
  const successor = successorOf(wallet, id)
  if (!isDefault || !successor) return []
  return leftBehind(subscriptions, successor.id).filter((one) => one.paymentMethodId !== id)
}

/** Names the very question that was asked: these subscriptions, with these cards. An answer belongs to no other. */
export function questionAbout(subscriptions: readonly Subscription[]): string {
  const asked = subscriptions.map((one) => `${one.id} ${one.paymentMethodId}`).sort()
  return createHash('sha256').update(asked.join('\n')).digest('base64url').slice(0, 16)
}
