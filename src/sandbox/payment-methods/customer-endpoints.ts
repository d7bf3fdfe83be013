// /v1/customers/:id/payment_methods
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { pagination } from '../api/list-page.ts'
import { customerInPath } from '../customers/customer.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { allowRedisplay, methodType } from './card-parameters.ts'
import { methodInPath } from './find.ts'
import { methodsOf } from './methods-of.ts'

export const customerMethodEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/customers/:customer/payment_methods',
    params: { ...pagination, allow_redisplay: allowRedisplay, type: methodType },
    answer: ({ ledger, path, params }) => {
      const customer = path('customer')
      return methodsOf(ledger, customer, `/v1/customers/${customer}/payment_methods`, 'path', params)
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers/:customer/payment_methods/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const { id } = customerInPath(ledger, path('customer'))
      const method = methodInPath(ledger, path('id'))
      if (method.customer !== id) throw noSuch('PaymentMethod', method.id, 'payment_method', 'path')
      return method
    },
  }),
]
