// /v1/products
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { list } from '../parameters/hash.ts'
import { text } from '../parameters/reader.ts'

const ids = list(text)

export const productEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/products',
    params: { ...pagination, ids },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'product',
          url: '/v1/products',
          newestFirst: ledger.products.newestFirst(),
          matches: ({ id }) => params.ids === undefined || params.ids.includes(id),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/products/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const product = ledger.products.get(path('id'))
      if (!product) throw noSuch('product', path('id'), 'id', 'path')
      return product
    },
  }),
]
