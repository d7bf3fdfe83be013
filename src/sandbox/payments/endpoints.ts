// /v1/payment_intents and /v1/charges
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { text } from '../parameters/reader.ts'
import { browserPaymentEndpoints } from './browser-endpoints.ts'
import { chargeInPath } from './charge.ts'
import { createPayment } from './pay.ts'
import { newPaymentFields } from './payment-parameters.ts'

export const paymentEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/payment_intents',
    params: newPaymentFields,
    required: ['amount', 'currency'],
    answer: ({ ledger, params }) => createPayment(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_intents',
    params: { ...pagination, created, customer: text },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'payment_intent',
          url: '/v1/payment_intents',
          newestFirst: ledger.paymentIntents.newestFirst(params.customer),
          matches: (intent) => wasCreatedWithin(intent, params.created),
        },
        params,
      ),
  }),
  ...browserPaymentEndpoints,
  endpoint({
    method: 'get',
    path: '/v1/charges',
    params: { ...pagination, created, customer: text, payment_intent: text },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'charge',
          url: '/v1/charges',
          newestFirst: ledger.charges.newestFirst(params.customer),
          matches: (charge) =>
            wasCreatedWithin(charge, params.created) &&
            (params.payment_intent === undefined || charge.payment_intent === params.payment_intent),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/charges/:id',
    params: {},
    answer: ({ ledger, path }) => chargeInPath(ledger, path('id')),
  }),
]
