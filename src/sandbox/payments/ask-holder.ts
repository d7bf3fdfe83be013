// The bank wants to hear from the cardholder before it pays: 3-D Secure.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import { authenticationStep, type Way } from '../intents/next-action.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordAttempt } from './attempts.ts'
import { paymentFactsOf } from './payment-facts.ts'

export function askHolder(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  way: Way,
): Stripe.PaymentIntent {
  ledger.paymentFacts.replace({ ...paymentFactsOf(ledger, intent.id), returnUrl: way.returnUrl })
  const asking = ledger.paymentIntents.replace({
    ...intent,
    last_payment_error: null,
    next_action: authenticationStep(ledger.origin, intent, way),
    payment_method: method.id,
    status: 'requires_action',
  })
  recordAttempt(ledger, intent, method.id, { result: 'requires_action' })
  recordEvent(ledger, 'payment_intent.requires_action', asking)
  ledger.onPayment(asking)
  return asking
}
