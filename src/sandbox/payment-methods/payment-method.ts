// A card as a payment method, before any bank has been asked about it.
import type Stripe from 'stripe'
import type { Card } from '../cards/read-card.ts'
import { paymentMethodId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function newPaymentMethod(
  ledger: Ledger,
  card: Card,
  billingDetails: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod {
  return {
    id: paymentMethodId(),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails,
    card: cardOf(card, billingDetails.address),
    created: ledger.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
}

function cardOf(card: Card, address: Stripe.Address | null): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: {
      address_line1_check: address?.line1 ? 'unchecked' : null,
      address_postal_code_check: address?.postal_code ? 'unchecked' : null,
      cvc_check: card.cvcGiven ? 'unchecked' : null,
    },
    country: card.country,
    display_brand: card.preferredNetwork ?? card.brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: card.fingerprint,
    funding: card.funding,
    generated_from: null,
    last4: card.last4,
    networks: { available: card.networks, preferred: card.preferredNetwork },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}
