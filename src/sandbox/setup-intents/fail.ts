// A setup that fails may be tried again with another card; the intent says why the last one failed.
import type Stripe from 'stripe'
import type { ApiError } from '../errors/api-error.ts'
import { cardError, type Decline, declineBody } from '../errors/card-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** The bank said no while the caller waits. */
export function refuseSetup(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): ApiError {
  const body = { ...declineBody(decline), payment_method: method }
  const failed = failSetup(ledger, intent, body)
  return cardError({ ...body, setup_intent: failed })
}

export function failSetup(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  error: Stripe.SetupIntent.LastSetupError,
): Stripe.SetupIntent {
  const failed = ledger.setupIntents.replace({
    ...intent,
    last_setup_error: error,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  recordEvent(ledger, 'setup_intent.setup_failed', failed)
  return failed
}
