// A setup that succeeds puts the card on its customer.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { putOn } from '../payment-methods/attach.ts'
import { methodInPath } from '../payment-methods/find.ts'

export function succeed(ledger: Ledger, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  const customer = referenceOf(intent.customer)
  const method = methodInPath(ledger, referenceOf(intent.payment_method) ?? '')
  if (customer !== null && method.customer === null) putOn(ledger, method, customer)
  const succeeded = ledger.setupIntents.replace({ ...intent, status: 'succeeded', next_action: null })
  recordEvent(ledger, 'setup_intent.succeeded', succeeded)
  return succeeded
}
