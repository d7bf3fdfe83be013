// A subscription as it is when it is new.
import type Stripe from 'stripe'
import { subscriptionId, subscriptionItemId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { periodAfter } from './period.ts'
import { planOf } from './price.ts'

export interface Ordered {
  price: Stripe.Price
  quantity: number
}

export function newSubscription(
  ledger: Ledger,
  customer: Stripe.Customer,
  ordered: Ordered[],
): Stripe.Subscription {
  const id = subscriptionId()
  const now = ledger.now()
  return {
    id,
    object: 'subscription',
    ...unset,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: now,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    cancel_at_period_end: false,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: now,
    currency: ordered[0]?.price.currency ?? 'eur',
    customer: customer.id,
    default_tax_rates: [],
    discounts: [],
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: itemsOf(id, ordered, now),
    livemode: false,
    metadata: {},
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    start_date: now,
    status: 'incomplete',
    test_clock: referenceOf(customer.test_clock),
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
    },
  }
}

function itemsOf(
  subscription: string,
  ordered: Ordered[],
  now: number,
): Stripe.ApiList<Stripe.SubscriptionItem> {
  const data = ordered.map(({ price, quantity }) => ({
    id: subscriptionItemId(),
    object: 'subscription_item' as const,
    billing_thresholds: null,
    created: now,
    current_period_end: periodAfter(now, price.recurring),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  }))
  const list = { object: 'list' as const, data, has_more: false, total_count: data.length }
  return { ...list, url: `/v1/subscription_items?subscription=${subscription}` }
}

const unset = {
  application: null,
  application_fee_percent: null,
  billing_cycle_anchor_config: null,
  billing_thresholds: null,
  cancel_at: null,
  canceled_at: null,
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  description: null,
  ended_at: null,
  latest_invoice: null,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
  trial_end: null,
  trial_start: null,
}
