// A bank that takes its time: the payment is processing until it is settled.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordAttempt } from './attempts.ts'
import { paymentFactsOf } from './payment-facts.ts'

/** Is the next payment ordered to be slow? */
export function isSlow(ledger: Ledger): boolean {
  return ledger.paymentProcessing.read().times > 0
}

export function startProcessing(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const order = ledger.paymentProcessing.read()
  ledger.paymentProcessing.write({ ...order, times: order.times - 1 })
  const at = order.afterMs === undefined ? null : Date.now() + order.afterMs
  const facts = paymentFactsOf(ledger, intent.id)
  ledger.paymentFacts.replace({ ...facts, settles: { outcome: order.outcome, at } })
  const processing = ledger.paymentIntents.replace({
    ...intent,
    next_action: null,
    payment_method: method.id,
    status: 'processing',
  })
  recordAttempt(ledger, intent, method.id, { result: 'processing' })
  recordEvent(ledger, 'payment_intent.processing', processing)
  ledger.onProcessing(intent.id, at)
  ledger.onPayment(processing)
  return processing
}
