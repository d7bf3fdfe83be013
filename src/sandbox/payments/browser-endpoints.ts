// What a browser may ask of a payment intent too: to see it, and to confirm it with its holder present.
import type Stripe from 'stripe'
import { type Call, type Endpoint, endpoint } from '../api/endpoint.ts'
import { ApiError } from '../errors/api-error.ts'
import { missingParameter } from '../errors/invalid-request.ts'
import { checkClientSecret } from '../intents/client-secret.ts'
import { text } from '../parameters/reader.ts'
import { clientView } from './client-view.ts'
import { confirmPayment } from './pay.ts'
import { paymentIntentInPath } from './payment-intent.ts'
import { browserConfirmationFields } from './payment-parameters.ts'

export const browserPaymentEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/payment_intents/:id',
    keys: 'either',
    params: { client_secret: text },
    answer: (call) => shown(call, intentAsked(call)),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/confirm',
    keys: 'either',
    params: browserConfirmationFields,
    answer: (call) => {
      const { off_session = false, ...confirmation } = call.params
      const away = off_session && call.key === 'secret'
      try {
        const asked = { ...confirmation, off_session: away }
        return shown(call, confirmPayment(call.ledger, intentAsked(call), asked))
      } catch (error) {
        throw error instanceof ApiError ? shownError(call, error) : error
      }
    },
  }),
]

type PaymentCall = Call<{ client_secret?: string }>

function intentAsked({ ledger, path, params, key }: PaymentCall): Stripe.PaymentIntent {
  const intent = paymentIntentInPath(ledger, path('id'))
  if (params.client_secret !== undefined) checkClientSecret(intent, params.client_secret)
  else if (key === 'publishable') throw missingParameter('client_secret')
  return intent
}

function shown({ key }: PaymentCall, intent: Stripe.PaymentIntent): object {
  return key === 'publishable' ? clientView(intent) : intent
}

function shownError({ key }: PaymentCall, refusal: ApiError): ApiError {
  const { status, body, effectsStay } = refusal
  const { payment_intent } = body
  if (key === 'secret' || !payment_intent || !('customer' in payment_intent)) return refusal
  return new ApiError(status, { ...body, payment_intent: clientView(payment_intent) }, effectsStay)
}
