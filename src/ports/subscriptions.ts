// What Stripe and our own database are asked about subscriptions.

import type { Subscription, SubscriptionFacts } from '../payment-methods/subscription.ts'

export interface SubscriptionGateway {
  /** All of a customer that still bill a card by themselves; 'gone' where the customer is. */
  subscriptions(customerId: string): Promise<readonly SubscriptionFacts[] | 'gone'>
  /** It names no card of its own any more. 'gone': it has ended, or Stripe does not let it be changed. */
  followDefault(subscriptionId: string, key: string): Promise<'followed' | 'gone'>
}

/** That a subscription follow the default, written down before Stripe hears of it. */
export interface FollowWish {
  readonly subscriptionId: string
  readonly companyId: string
  /** The idempotency key to send it with. */
  readonly key: string
  /** Only once this card is the default; null: whichever is. */
  readonly defaultId: string | null
}

export interface Subscriptions {
  /** By name. */
  of(companyId: string): Promise<readonly Subscription[]>
  /**
   * Takes over what Stripe said of this customer to a reading that began at `readAt`. False, and nothing done, where a
   * later reading is here already, or the company has another customer by now. A wish that is fulfilled, or that
   * somebody overtook by naming another card, is forgotten.
   */
  mirror(
    company: { readonly id: string; readonly customerId: string },
    atStripe: readonly SubscriptionFacts[],
    readAt: number,
  ): Promise<boolean>
  /** Companies with a customer whose subscriptions were never read. */
  unread(limit: number): Promise<readonly string[]>

  /**
   * Those of the company's that name a card and that nobody is at: theirs is the wish now, and whoever asked has a
   * minute to see to it before others do.
   */
  want(
    companyId: string,
    subscriptionIds: readonly string[],
    defaultId: string | null,
    now: number,
  ): Promise<readonly FollowWish[]>
  /** Takes up one wish that waits for its next try, for a minute; null when none is due. */
  takeUp(now: number): Promise<FollowWish | null>
  followed(wish: FollowWish, now: number): Promise<void>
  /** No answer: the same key serves again. An answer that was a failure: the next try gets a key of its own. */
  postpone(wish: FollowWish, answered: boolean, now: number): Promise<void>
  forget(wish: FollowWish): Promise<void>
}
