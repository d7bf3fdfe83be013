// /v1/invoiceitems
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { flag, text } from '../parameters/reader.ts'
import { createItem, deleteItem, itemInPath, newItemFields } from './invoice-item.ts'

export const invoiceItemEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/invoiceitems',
    params: newItemFields,
    required: ['customer'],
    answer: ({ ledger, params }) => createItem(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoiceitems',
    params: { ...pagination, created, customer: text, invoice: text, pending: flag },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'invoiceitem',
          url: '/v1/invoiceitems',
          newestFirst: ledger.invoiceItems.newestFirst(params.customer),
          matches: (item) =>
            isKept(item) &&
            wasCreatedWithin({ created: item.date }, params.created) &&
            (params.invoice === undefined || item.invoice === params.invoice) &&
            (params.pending === undefined || params.pending === (item.invoice === null)),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoiceitems/:id',
    params: {},
    answer: ({ ledger, path }) => itemInPath(ledger, path('id')),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/invoiceitems/:id',
    params: {},
    answer: ({ ledger, path }) => deleteItem(ledger, itemInPath(ledger, path('id'))),
  }),
]

function isKept(item: Stripe.InvoiceItem | Stripe.DeletedInvoiceItem): item is Stripe.InvoiceItem {
  return !item.deleted
}
