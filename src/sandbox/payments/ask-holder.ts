// The bank wants to hear from the cardholder before it pays: 3-D Secure.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import { letters } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordAttempt } from './attempts.ts'
import { paymentFactsOf } from './payment-facts.ts'

export interface Way {
  returnUrl: string | null
  /** Stripe.js shows the question itself. */
  useStripeSdk: boolean
}

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
    next_action: questionAt(`${ledger.origin}/sandbox/3ds/${intent.id}`, way),
    payment_method: method.id,
    status: 'requires_action',
  })
  recordAttempt(ledger, intent, method.id, { result: 'requires_action' })
  recordEvent(ledger, 'payment_intent.requires_action', asking)
  ledger.onPayment(asking)
  return asking
}

function questionAt(url: string, { returnUrl, useStripeSdk }: Way): Stripe.PaymentIntent.NextAction {
  if (!useStripeSdk) return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
  return {
    type: 'use_stripe_sdk',
    use_stripe_sdk: {
      type: 'three_d_secure_redirect',
      source: `src_1${letters(23)}`,
      stripe_js: url,
      known_frame_issues: 'false',
    },
  }
}
