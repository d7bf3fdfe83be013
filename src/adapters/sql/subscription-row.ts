import type { Subscription, SubscriptionPrice } from '../../payment-methods/subscription.ts'
import type { FollowWish } from '../../ports/subscriptions.ts'

export interface SubscriptionRow {
  id: string
  name: string
  status: Subscription['status']
  default_payment_method_id: string | null
  amount: number | null
  currency: string | null
  interval_unit: SubscriptionPrice['interval'] | null
  follow_wanted_at: number | null
}

export const subscriptionColumns =
  'id, name, status, default_payment_method_id, amount, currency, interval_unit, follow_wanted_at'

export function toSubscription(row: SubscriptionRow): Subscription {
  const { amount, currency, interval_unit: interval } = row
  const isPriced = amount !== null && currency !== null && interval !== null
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    paymentMethodId: row.default_payment_method_id,
    price: isPriced ? { amount, currency, interval } : null,
    isToFollow: row.follow_wanted_at !== null,
  }
}

export interface WishRow {
  id: string
  company_id: string
  follow_wanted_at: number
  follow_attempt: number
  follow_default_id: string | null
}

export const wishColumns = 'id, company_id, follow_wanted_at, follow_attempt, follow_default_id'

export function toWish(row: WishRow): FollowWish {
  return {
    subscriptionId: row.id,
    companyId: row.company_id,
    key: `follow/${row.id}/${row.follow_wanted_at}/${row.follow_attempt}`,
    defaultId: row.follow_default_id,
  }
}

/** When the wish was made: a wish that was made later is another one. */
export function wantedAt({ key }: FollowWish): number {
  return Number(key.split('/')[2])
}
