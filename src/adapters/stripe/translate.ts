// Stripe's objects in our words.

import type Stripe from 'stripe'
import { type BillingDetails, noBillingDetails } from '../../company/billing-details.ts'
import type { CardFacts, LastCharge } from '../../payment-methods/payment-method.ts'
import type { SetupAtStripe, SetupFailure } from '../../ports/payment-gateway.ts'

export function toCardFacts(method: Stripe.PaymentMethod): CardFacts {
  const base = { id: method.id, type: method.type, createdAt: method.created * 1000 }
  const { card } = method
  if (!card) return { ...base, ...withoutCard(method) }
  return {
    ...base,
    brand: card.display_brand ?? card.brand,
    networks: card.networks?.available ?? [],
    last4: card.last4,
    expiry: { month: card.exp_month, year: card.exp_year },
    funding: card.funding,
    country: card.country,
    fingerprint: card.fingerprint ?? null,
  }
}

function withoutCard(method: Stripe.PaymentMethod): Omit<CardFacts, 'id' | 'type' | 'createdAt'> {
  const account = method.sepa_debit ?? method.us_bank_account ?? method.bacs_debit ?? method.acss_debit
  return {
    brand: method.type,
    networks: [],
    last4: account?.last4 ?? null,
    expiry: null,
    funding: null,
    country: method.sepa_debit?.country ?? null,
    fingerprint: account?.fingerprint ?? null,
  }
}

export function toBillingDetails(customer: Stripe.Customer): BillingDetails {
  const { address } = customer
  return {
    ...noBillingDetails,
    name: customer.name ?? '',
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    postalCode: address?.postal_code ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    country: address?.country ?? '',
    taxId: customer.tax_ids?.data[0]?.value ?? '',
    email: customer.email ?? '',
  }
}

const setupStatuses: Readonly<Record<string, SetupAtStripe['status']>> = {
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'needs cardholder',
  processing: 'processing',
  succeeded: 'succeeded',
  canceled: 'canceled',
}

export function toSetup(intent: Stripe.SetupIntent): SetupAtStripe {
  return {
    id: intent.id,
    customerId: idOf(intent.customer),
    // A status that is newer than we are: not yet done, as far as we can tell.
    status: setupStatuses[intent.status] ?? 'open',
    paymentMethodId: idOf(intent.payment_method),
    failure: intent.last_setup_error ? toFailure(intent.last_setup_error) : null,
  }
}

function toFailure(error: Stripe.SetupIntent.LastSetupError): SetupFailure {
  const address = error.payment_method?.billing_details.address
  return {
    code: error.code ?? 'unknown',
    declineCode: error.decline_code ?? null,
    postalCode: address?.postal_code ?? null,
    country: address?.country ?? null,
  }
}

export function toLastCharge(charge: Stripe.Charge): LastCharge {
  return {
    at: charge.created * 1000,
    amount: charge.amount,
    currency: charge.currency,
    succeeded: charge.status === 'succeeded',
  }
}

export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}
