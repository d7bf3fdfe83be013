// A payment intent as it is when it is new.
import type Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import { clientSecretOf, paymentIntentId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function newPaymentIntent(ledger: Ledger, amount: number, currency: string): Stripe.PaymentIntent {
  const id = paymentIntentId()
  const recorded = { ...amounts(amount), ...parties(), ...texts() }
  return {
    id,
    object: 'payment_intent',
    ...recorded,
    allowed_payment_method_types: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: clientSecretOf(id),
    confirmation_method: 'automatic',
    created: ledger.now(),
    currency,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    payment_method: null,
    payment_method_configuration_details: { id: 'pmc_1SandboxCardsOnly00000000', parent: null },
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    setup_future_usage: null,
    status: 'requires_payment_method',
  }
}

export function paymentIntentInPath(ledger: Ledger, id: string): Stripe.PaymentIntent {
  const intent = ledger.paymentIntents.get(id)
  if (!intent) throw noSuch('payment_intent', id, 'intent', 'path')
  return intent
}

function amounts(amount: number) {
  return {
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application_fee_amount: null,
    transfer_data: null,
    transfer_group: null,
  }
}

function parties() {
  return {
    application: null,
    customer: null,
    customer_account: null,
    on_behalf_of: null,
    review: null,
    shipping: null,
    source: null,
  }
}

function texts() {
  return {
    description: null,
    receipt_email: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
  }
}
