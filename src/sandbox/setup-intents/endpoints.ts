// /v1/setup_intents
import type Stripe from 'stripe'
import { type Call, type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { refuseIfOfSession } from '../checkout/finish.ts'
import { ApiError } from '../errors/api-error.ts'
import { missingParameter } from '../errors/invalid-request.ts'
import { checkClientSecret } from '../intents/client-secret.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { oneOf, text } from '../parameters/reader.ts'
import { cancelSetup, changeSetup, createSetup } from './change.ts'
import { confirmAsAsked } from './confirm-request.ts'
import { clientView, setupIntentInPath } from './setup-intent.ts'
import { confirmationFields, newSetupFields, setupChangeFields } from './setup-parameters.ts'

const reason = oneOf('abandoned', 'duplicate', 'requested_by_customer')

export const setupIntentEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/setup_intents',
    params: newSetupFields,
    answer: ({ ledger, params }) => {
      const intent = createSetup(ledger, params)
      return params.confirm ? confirmAsAsked(ledger, intent, params) : intent
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/setup_intents',
    params: { ...pagination, created, customer: text, payment_method: text },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'setupintent',
          url: '/v1/setup_intents',
          newestFirst: ledger.setupIntents.newestFirst(params.customer),
          matches: (intent) =>
            wasCreatedWithin(intent, params.created) &&
            (params.payment_method === undefined || intent.payment_method === params.payment_method),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/setup_intents/:id',
    keys: 'either',
    params: { client_secret: text },
    answer: (call) => shown(call, intentAsked(call)),
  }),
  endpoint({
    method: 'post',
    path: '/v1/setup_intents/:id',
    params: setupChangeFields,
    answer: ({ ledger, path, params }) => changeSetup(ledger, setupIntentInPath(ledger, path('id')), params),
  }),
  endpoint({
    method: 'post',
    path: '/v1/setup_intents/:id/confirm',
    keys: 'either',
    params: confirmationFields,
    answer: (call) => {
      try {
        return shown(call, confirmAsAsked(call.ledger, intentAsked(call), call.params))
      } catch (error) {
        throw error instanceof ApiError ? shownError(call, error) : error
      }
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/setup_intents/:id/cancel',
    params: { cancellation_reason: reason },
    answer: ({ ledger, path, params }) => {
      const intent = setupIntentInPath(ledger, path('id'))
      refuseIfOfSession(ledger, intent)
      return cancelSetup(ledger, intent, params.cancellation_reason ?? null)
    },
  }),
]

type SetupCall = Call<{ client_secret?: string }>

function intentAsked({ ledger, path, params, key }: SetupCall): Stripe.SetupIntent {
  const intent = setupIntentInPath(ledger, path('id'))
  if (params.client_secret !== undefined) checkClientSecret(intent, params.client_secret)
  else if (key === 'publishable') throw missingParameter('client_secret')
  return intent
}

function shown({ key }: SetupCall, intent: Stripe.SetupIntent): object {
  return key === 'publishable' ? clientView(intent) : intent
}

function shownError({ key }: SetupCall, { status, body }: ApiError): ApiError {
  const { setup_intent } = body
  if (key === 'secret' || !setup_intent || !('customer' in setup_intent)) return new ApiError(status, body)
  return new ApiError(status, { ...body, setup_intent: clientView(setup_intent) })
}
