// The card as a charge remembers it.
import type Stripe from 'stripe'
import { digits } from '../ledger/ids.ts'

export function chargedCard(
  { card }: Stripe.PaymentMethod,
  amount: number,
  paid: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  if (!card) throw new Error('Only cards are charged here.')
  return {
    amount_authorized: paid ? amount : null,
    authorization_code: paid ? digits(6) : null,
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.networks?.preferred ?? card.brand,
    network_token: { used: false },
    network_transaction_id: digits(15),
    overcapture: { maximum_amount_capturable: paid ? amount : 0, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  }
}
