// /v1/payment_methods
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { pagination } from '../api/list-page.ts'
import { text } from '../parameters/reader.ts'
import { attachPaymentMethod } from './attach.ts'
import { allowRedisplay, methodFields, methodType } from './card-parameters.ts'
import { changePaymentMethod, methodChangeFields } from './change.ts'
import { createPaymentMethod } from './create.ts'
import { customerMethodEndpoints } from './customer-endpoints.ts'
import { detachPaymentMethod } from './detach.ts'
import { methodInPath } from './find.ts'
import { methodsOf } from './methods-of.ts'

export const paymentMethodEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/payment_methods',
    keys: 'either',
    params: methodFields,
    required: ['type'],
    answer: ({ ledger, params }) => createPaymentMethod(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_methods',
    params: { ...pagination, allow_redisplay: allowRedisplay, customer: text, type: methodType },
    required: ['customer'],
    answer: ({ ledger, params }) =>
      methodsOf(ledger, params.customer, '/v1/payment_methods', 'parameters', params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_methods/:id',
    params: {},
    answer: ({ ledger, path }) => methodInPath(ledger, path('id')),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id',
    params: methodChangeFields,
    answer: ({ ledger, path, params }) =>
      changePaymentMethod(ledger, methodInPath(ledger, path('id')), params),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/attach',
    params: { customer: text },
    required: ['customer'],
    answer: ({ ledger, path, params }) => attachPaymentMethod(ledger, path('id'), params.customer),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/detach',
    params: {},
    answer: ({ ledger, path }) => detachPaymentMethod(ledger, methodInPath(ledger, path('id'))),
  }),
  ...customerMethodEndpoints,
]
