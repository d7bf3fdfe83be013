// Answers that come later: the cardholder's to the 3-D Secure question, and the bank's after processing.
import type Stripe from 'stripe'
import { declines } from '../cards/declines.ts'
import { ApiError, documentationOf } from '../errors/api-error.ts'
import { unauthenticated } from '../intents/unauthenticated.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { factsOf, methodInPath } from '../payment-methods/find.ts'
import { inTimeOf } from '../time/at-time.ts'
import { chargeCard, takeMoney } from './charge-card.ts'
import { declinePayment, failPayment } from './decline-payment.ts'
import { paymentFactsOf } from './payment-facts.ts'

/** Undefined where no question is open. */
export function settlePaymentAuthentication(
  ledger: Ledger,
  id: string,
  answer: 'passed' | 'failed',
): Stripe.PaymentIntent | undefined {
  const intent = ledger.paymentIntents.get(id)
  if (intent?.status !== 'requires_action') return undefined
  const method = methodOf(ledger, intent)
  return inTimeOf(ledger, referenceOf(intent.customer), () => {
    if (answer === 'failed') return failPayment(ledger, intent, unauthenticated(intent, method))
    // Taken off its customer while the bank's question stood.
    if (factsOf(ledger, method).spent) return failPayment(ledger, intent, removed(method))
    try {
      return chargeCard(ledger, intent, method, 'confirmed')
    } catch (error) {
      // Nobody waits for the card error: the page that asked shows what the intent says.
      if (error instanceof ApiError) return ledger.paymentIntents.get(id)
      throw error
    }
  })
}

/** `how` overrides what was ordered. Undefined where it is not processing. */
export function settlePayment(
  ledger: Ledger,
  id: string,
  how?: 'succeed' | 'fail',
): Stripe.PaymentIntent | undefined {
  const intent = ledger.paymentIntents.get(id)
  if (intent?.status !== 'processing') return undefined
  const facts = paymentFactsOf(ledger, id)
  ledger.paymentFacts.replace({ ...facts, settles: null })
  const method = methodOf(ledger, intent)
  return inTimeOf(ledger, referenceOf(intent.customer), () => {
    if ((how ?? facts.settles?.outcome) !== 'fail') return takeMoney(ledger, intent, method)
    declinePayment(ledger, intent, method, declines.generic)
    return ledger.paymentIntents.get(id)
  })
}

function methodOf(ledger: Ledger, intent: Stripe.PaymentIntent): Stripe.PaymentMethod {
  return methodInPath(ledger, referenceOf(intent.payment_method) ?? '')
}

function removed(method: Stripe.PaymentMethod): Stripe.PaymentIntent.LastPaymentError {
  const code = 'payment_method_unexpected_state'
  return {
    type: 'invalid_request_error',
    code,
    doc_url: documentationOf(code),
    message: 'The provided PaymentMethod was detached from its Customer. It may not be used again.',
    payment_method: method,
  }
}
