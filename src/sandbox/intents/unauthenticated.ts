// Why an intent failed whose holder did not pass 3-D Secure.
import type Stripe from 'stripe'
import { documentationOf } from '../errors/api-error.ts'
import type { Intent } from './intent.ts'

export function unauthenticated({ object }: Intent, method: Stripe.PaymentMethod) {
  const code = `${object}_authentication_failure` as const
  return {
    type: 'invalid_request_error' as const,
    code,
    doc_url: documentationOf(code),
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    payment_method: method,
  }
}
