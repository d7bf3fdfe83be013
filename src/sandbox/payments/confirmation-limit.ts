// "There is a variable upper limit on how many times a PaymentIntent can be confirmed. After this limit is reached,
// any further calls to this endpoint will transition the PaymentIntent to the `canceled` state."
// https://docs.stripe.com/api/payment_intents/confirm
import type Stripe from 'stripe'
import { ApiError } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { paymentFactsOf } from './payment-facts.ts'

export function countConfirmation(ledger: Ledger, intent: Stripe.PaymentIntent): void {
  const facts = paymentFactsOf(ledger, intent.id)
  if (facts.confirmations >= ledger.confirmationLimit.read()) throw usedUp(ledger, intent)
  ledger.paymentFacts.replace({ ...facts, confirmations: facts.confirmations + 1 })
}

function usedUp(ledger: Ledger, intent: Stripe.PaymentIntent): ApiError {
  const canceled = ledger.paymentIntents.replace({
    ...intent,
    canceled_at: ledger.now(),
    cancellation_reason: 'automatic',
    next_action: null,
    status: 'canceled',
  })
  recordEvent(ledger, 'payment_intent.canceled', canceled)
  const { status, body } = invalidRequest(
    'You cannot confirm this PaymentIntent because it has been confirmed too many times. It has been canceled.',
    { code: 'payment_intent_unexpected_state' },
  )
  return new ApiError(status, { ...body, payment_intent: canceled }, true)
}
