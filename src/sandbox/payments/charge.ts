// A charge: one attempt to take money, whether it went through or not.
import type Stripe from 'stripe'
import type { Decline } from '../errors/card-error.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { chargeId, letters } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { outcomeOf } from './charge-outcome.ts'
import { chargedCard } from './charged-card.ts'

/** The API sends these too, though the SDK's types have left them. */
interface OldFields {
  destination: null
  dispute: null
  order: null
}

export function newCharge(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | undefined,
): Stripe.Charge & OldFields {
  const id = chargeId()
  const paid = decline === undefined
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'SANDBOX',
    captured: paid,
    created: ledger.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    destination: null,
    dispute: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    order: null,
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: 'card', card: chargedCard(method, intent.amount, paid) },
    radar_options: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/payment/${letters(60)}` : null,
    refunded: false,
    refunds: noRefunds(id),
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
}

function noRefunds(charge: string): Stripe.ApiList<Stripe.Refund> {
  const list = { object: 'list' as const, data: [], has_more: false, total_count: 0 }
  return { ...list, url: `/v1/charges/${charge}/refunds` }
}

export function chargeInPath(ledger: Ledger, id: string): Stripe.Charge {
  const charge = ledger.charges.get(id)
  if (!charge) throw noSuch('charge', id, 'id', 'path')
  return charge
}
