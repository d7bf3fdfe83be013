// /v1/invoices
import type Stripe from 'stripe'
import { type Call, type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import type { Hash } from '../parameters/hash.ts'
import { flag, oneOf, text } from '../parameters/reader.ts'
import { changeInvoice, deleteDraft } from './change.ts'
import { markUncollectible, voidInvoice } from './close.ts'
import { finalizeInvoice } from './collect.ts'
import { createInvoice } from './create.ts'
import { invoiceInPath, subscriptionOf } from './find.ts'
import { collectionMethod, invoiceFields, newInvoiceFields, paymentFields } from './invoice-parameters.ts'
import { payInvoice } from './pay.ts'

const filter = {
  collection_method: collectionMethod,
  created,
  customer: text,
  status: oneOf('draft', 'open', 'void', 'paid', 'uncollectible'),
  subscription: text,
}

const asked = ({ ledger, path }: Call<unknown>) => invoiceInPath(ledger, path('id'))

export const invoiceEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/invoices',
    params: newInvoiceFields,
    required: ['customer'],
    answer: ({ ledger, params }) => createInvoice(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoices',
    params: { ...pagination, ...filter },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'invoice',
          url: '/v1/invoices',
          newestFirst: ledger.invoices.newestFirst(params.customer),
          matches: (invoice) => !invoice.deleted && fits(invoice, params),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoices/:id',
    params: {},
    answer: ({ ledger, path }) => invoiceInPath(ledger, path('id'), 'invoice'),
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoices/:id/lines',
    params: pagination,
    answer: ({ ledger, path, params }) => {
      const { data, url } = invoiceInPath(ledger, path('id'), 'invoice').lines
      return listPage({ kind: 'line_item', url, newestFirst: data }, params)
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/invoices/:id',
    params: invoiceFields,
    answer: (call) => changeInvoice(call.ledger, asked(call), call.params),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/invoices/:id',
    params: {},
    answer: ({ ledger, path }) => deleteDraft(ledger, invoiceInPath(ledger, path('id'), 'invoice')),
  }),
  endpoint({
    method: 'post',
    path: '/v1/invoices/:id/finalize',
    params: { auto_advance: flag },
    answer: (call) => finalizeInvoice(call.ledger, asked(call), call.params.auto_advance),
  }),
  endpoint({
    method: 'post',
    path: '/v1/invoices/:id/pay',
    params: paymentFields,
    answer: (call) => payInvoice(call.ledger, asked(call), call.params),
  }),
  endpoint({
    method: 'post',
    path: '/v1/invoices/:id/void',
    params: {},
    answer: (call) => voidInvoice(call.ledger, asked(call)),
  }),
  endpoint({
    method: 'post',
    path: '/v1/invoices/:id/mark_uncollectible',
    params: {},
    answer: (call) => markUncollectible(call.ledger, asked(call)),
  }),
]

function fits(invoice: Stripe.Invoice, wanted: Hash<typeof filter, never>): boolean {
  return (
    wasCreatedWithin(invoice, wanted.created) &&
    (wanted.status === undefined || invoice.status === wanted.status) &&
    (wanted.collection_method === undefined || invoice.collection_method === wanted.collection_method) &&
    (wanted.subscription === undefined || subscriptionOf(invoice) === wanted.subscription)
  )
}
