// Making, changing and cancelling setup intents.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { usableMethod } from '../payment-methods/find.ts'
import { newSetupFacts } from './setup-facts.ts'
import { newSetupIntent } from './setup-intent.ts'
import type { NewSetup, SetupChanges } from './setup-parameters.ts'
import { refuseUnlessCancelable } from './unexpected-state.ts'

export function createSetup(ledger: Ledger, parameters: NewSetup): Stripe.SetupIntent {
  const { allowed_payment_method_types, automatic_payment_methods, usage, ...rest } = parameters
  const intent = changed(ledger, newSetupIntent(ledger), rest)
  if (usage) intent.usage = usage
  if (automatic_payment_methods) {
    intent.automatic_payment_methods = { allow_redirects: 'always', ...automatic_payment_methods }
  }
  if (allowed_payment_method_types) intent.allowed_payment_method_types = allowed_payment_method_types
  ledger.setupIntents.add(intent)
  ledger.setupFacts.add(newSetupFacts(intent))
  recordEvent(ledger, 'setup_intent.created', intent)
  return intent
}

export function changeSetup(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  { allowed_payment_method_types, ...changes }: SetupChanges,
): Stripe.SetupIntent {
  const after = changed(ledger, intent, changes)
  if (allowed_payment_method_types !== undefined) {
    after.allowed_payment_method_types = allowed_payment_method_types
  }
  return ledger.setupIntents.replace(after)
}

export function cancelSetup(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  reason: Stripe.SetupIntent.CancellationReason | null,
): Stripe.SetupIntent {
  refuseUnlessCancelable(intent)
  const canceled = ledger.setupIntents.replace({
    ...intent,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  recordEvent(ledger, 'setup_intent.canceled', canceled)
  return canceled
}

function changed(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  { customer, description, metadata, payment_method }: SetupChanges,
): Stripe.SetupIntent {
  const after = { ...intent, metadata: withMetadata(intent.metadata, metadata) }
  if (customer) after.customer = customerNamed(ledger, customer).id
  if (description !== undefined) after.description = description
  if (payment_method) {
    after.payment_method = usableMethod(ledger, payment_method, 'parameters').id
    after.status = 'requires_confirmation'
  }
  return after
}
