// A payment that fails may be tried again with another card; the intent says why the last one failed.
import type Stripe from 'stripe'
import type { ApiError } from '../errors/api-error.ts'
import { cardError, type Decline, declineBody } from '../errors/card-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordAttempt } from './attempts.ts'
import { newCharge } from './charge.ts'

/** The bank said no. The charge that failed is kept; the error is for whoever waits. */
export function declinePayment(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): ApiError {
  const charge = ledger.charges.add(newCharge(ledger, intent, method, decline))
  const code = decline.decline_code ?? decline.code
  recordAttempt(ledger, intent, method.id, { result: 'declined', code, charge: charge.id })
  recordEvent(ledger, 'charge.failed', charge)
  const body = { ...declineBody(decline), charge: charge.id, payment_method: method }
  const unpaid = failPayment(ledger, { ...intent, latest_charge: charge.id }, body)
  return cardError({ ...body, payment_intent: unpaid })
}

export function failPayment(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  error: Stripe.PaymentIntent.LastPaymentError,
): Stripe.PaymentIntent {
  const unpaid = ledger.paymentIntents.replace({
    ...intent,
    last_payment_error: error,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  recordEvent(ledger, 'payment_intent.payment_failed', unpaid)
  ledger.onPayment(unpaid)
  return unpaid
}
