// /v1/customers/:id/tax_ids
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { text } from '../parameters/reader.ts'
import { createTaxId } from './create-tax-id.ts'
import { customerInPath } from './customer.ts'
import { taxIdList } from './tax-id-list.ts'

export const taxIdEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/customers/:customer/tax_ids',
    params: { type: text, value: text },
    required: ['type', 'value'],
    answer: ({ ledger, path, params }) =>
      createTaxId(ledger, customerInPath(ledger, path('customer')).id, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers/:customer/tax_ids',
    params: pagination,
    answer: ({ ledger, path, params }) =>
      taxIdList(ledger, customerInPath(ledger, path('customer')).id, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers/:customer/tax_ids/:id',
    params: {},
    answer: ({ ledger, path }) => taxIdInPath(ledger, path('customer'), path('id')),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/customers/:customer/tax_ids/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const taxId = taxIdInPath(ledger, path('customer'), path('id'))
      const deleted: Stripe.DeletedTaxId = { id: taxId.id, object: 'tax_id', deleted: true }
      ledger.taxIds.replace(deleted)
      recordEvent(ledger, 'customer.tax_id.deleted', taxId)
      return deleted
    },
  }),
]

function taxIdInPath(ledger: Ledger, customer: string, id: string): Stripe.TaxId {
  customerInPath(ledger, customer)
  const taxId = ledger.taxIds.get(id)
  if (!taxId || taxId.deleted || taxId.customer !== customer) throw noSuch('tax_id', id, 'id', 'path')
  return taxId
}
