// A setup intent as it is when it is new, finding one, and what a browser may see of it.
import type Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import { clientSecretOf, setupIntentId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function newSetupIntent(ledger: Ledger): Stripe.SetupIntent {
  const id = setupIntentId()
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: clientSecretOf(id),
    created: ledger.now(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: { id: 'pmc_1SandboxCardsOnly00000000', parent: null },
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  }
}

export function setupIntentInPath(ledger: Ledger, id: string): Stripe.SetupIntent {
  const intent = ledger.setupIntents.get(id)
  if (!intent) throw noSuch('setupintent', id, 'intent', 'path')
  return intent
}

/** What a publishable key sees, and only with the client secret. */
export type ClientSetupIntent = ReturnType<typeof clientView>

export function clientView(intent: Stripe.SetupIntent) {
  return {
    id: intent.id,
    object: intent.object,
    automatic_payment_methods: intent.automatic_payment_methods,
    cancellation_reason: intent.cancellation_reason,
    client_secret: intent.client_secret,
    created: intent.created,
    description: intent.description,
    last_setup_error: intent.last_setup_error,
    livemode: intent.livemode,
    next_action: intent.next_action,
    payment_method: intent.payment_method,
    payment_method_configuration_details: intent.payment_method_configuration_details,
    payment_method_options: intent.payment_method_options,
    payment_method_types: intent.payment_method_types,
    status: intent.status,
    usage: intent.usage,
  }
}
