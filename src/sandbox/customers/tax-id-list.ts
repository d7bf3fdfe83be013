// A customer's tax ids.
import type Stripe from 'stripe'
import { listPage } from '../api/list-page.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function taxIdList(
  ledger: Ledger,
  customer: string,
  cursor: Parameters<typeof listPage>[1],
): Stripe.ApiList<Stripe.TaxId> {
  const newestFirst = [...ledger.taxIds.newestFirst(customer)].filter((taxId) => !taxId.deleted)
  return listPage({ kind: 'tax_id', url: `/v1/customers/${customer}/tax_ids`, newestFirst }, cursor)
}
