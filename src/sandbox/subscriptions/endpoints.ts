// /v1/subscriptions, /v1/prices and /v1/products
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { text } from '../parameters/reader.ts'
import { changeSubscription, endSubscription } from './change.ts'
import { createSubscription, newSubscriptionFields, subscriptionFields } from './create.ts'
import { subscriptionInPath } from './find.ts'
import { createPrice, priceFields } from './price.ts'
import { productEndpoints } from './product-endpoints.ts'

export const subscriptionEndpoints: Endpoint[] = [
  ...productEndpoints,
  endpoint({
    method: 'post',
    path: '/v1/prices',
    params: priceFields,
    required: ['currency', 'unit_amount'],
    answer: ({ ledger, params }) => createPrice(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/prices/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const price = ledger.prices.get(path('id'))
      if (!price) throw noSuch('price', path('id'), 'price', 'path')
      return price
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/subscriptions',
    params: newSubscriptionFields,
    required: ['customer', 'items'],
    answer: ({ ledger, params }) => createSubscription(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/subscriptions',
    params: { ...pagination, created, customer: text, status: text },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'subscription',
          url: '/v1/subscriptions',
          newestFirst: ledger.subscriptions.newestFirst(params.customer),
          matches: (subscription) =>
            wasCreatedWithin(subscription, params.created) && isListed(subscription.status, params.status),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/subscriptions/:id',
    params: {},
    answer: ({ ledger, path }) => subscriptionInPath(ledger, path('id')),
  }),
  endpoint({
    method: 'post',
    path: '/v1/subscriptions/:id',
    params: subscriptionFields,
    answer: ({ ledger, path, params }) =>
      changeSubscription(ledger, subscriptionInPath(ledger, path('id')), params),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/subscriptions/:id',
    params: {},
    answer: ({ ledger, path }) => endSubscription(ledger, subscriptionInPath(ledger, path('id'))),
  }),
]

/** Without a status, all that are not canceled; 'all' is all. */
function isListed(status: string, wanted: string | undefined): boolean {
  if (wanted === 'all') return true
  return wanted === undefined ? status !== 'canceled' : status === wanted
}
