// /v1/customers
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { text } from '../parameters/reader.ts'
import { changeCustomer, createCustomer } from './change-customer.ts'
import { customerInPath } from './customer.ts'
import { customerFields, newCustomerFields } from './customer-parameters.ts'
import { deleteCustomer } from './delete-customer.ts'

export const customerEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/customers',
    params: newCustomerFields,
    answer: ({ ledger, params }) => createCustomer(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers',
    params: { ...pagination, created, email: text },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'customer',
          url: '/v1/customers',
          newestFirst: ledger.customers.newestFirst(),
          matches: (customer) =>
            isKept(customer) &&
            wasCreatedWithin(customer, params.created) &&
            (params.email === undefined || customer.email === params.email),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const customer = ledger.customers.get(path('id'))
      if (!customer) throw noSuch('customer', path('id'), 'id', 'path')
      return customer
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/customers/:id',
    params: customerFields,
    answer: ({ ledger, path, params }) => changeCustomer(ledger, customerInPath(ledger, path('id')), params),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/customers/:id',
    params: {},
    answer: ({ ledger, path }) => deleteCustomer(ledger, customerInPath(ledger, path('id'))),
  }),
]

function isKept(customer: Stripe.Customer | Stripe.DeletedCustomer): customer is Stripe.Customer {
  return !customer.deleted
}
