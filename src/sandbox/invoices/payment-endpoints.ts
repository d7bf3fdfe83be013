// /v1/invoice_payments
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { hash } from '../parameters/hash.ts'
import { oneOf, text } from '../parameters/reader.ts'

const payment = hash({ payment_intent: text, type: oneOf('payment_intent') }, 'type')
const status = oneOf('canceled', 'open', 'paid')

export const invoicePaymentEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/invoice_payments',
    params: { ...pagination, created, invoice: text, payment, status },
    answer: ({ ledger, params }) => {
      const intent = params.payment?.payment_intent
      return listPage(
        {
          kind: 'invoice_payment',
          url: '/v1/invoice_payments',
          newestFirst: ledger.invoicePayments.newestFirst(params.invoice),
          matches: (item) =>
            wasCreatedWithin(item, params.created) &&
            (params.status === undefined || item.status === params.status) &&
            (intent === undefined || item.payment.payment_intent === intent),
        },
        params,
      )
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/invoice_payments/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const found = ledger.invoicePayments.get(path('id'))
      if (!found) throw noSuch('invoice_payment', path('id'), 'invoice_payment', 'path')
      return found
    },
  }),
]
