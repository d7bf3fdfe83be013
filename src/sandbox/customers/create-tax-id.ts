// A tax id is checked for its form at once, and for its truth by an authority that may take its time.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { taxIdId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { countryOf, isTaxIdOf, taxIdTypes } from './tax-id-types.ts'

export function createTaxId(
  ledger: Ledger,
  customer: string,
  { type, value }: { type: string; value: string },
): Stripe.TaxId {
  if (!taxIdTypes.includes(type)) {
    throw invalidRequest(`Invalid type: must be one of ${taxIdTypes.join(', ')}`, { param: 'type' })
  }
  if (!isTaxIdOf(type, value)) {
    throw invalidRequest(`Invalid value for ${type}.`, { code: 'tax_id_invalid', param: 'value' })
  }
  const taxId: Stripe.TaxId = {
    id: taxIdId(),
    object: 'tax_id',
    country: countryOf(type, value),
    created: ledger.now(),
    customer,
    customer_account: null,
    livemode: false,
    owner: { customer, customer_account: null, type: 'customer' },
    type,
    value,
    verification: verificationOf(type, value),
  }
  ledger.taxIds.add(taxId)
  recordEvent(ledger, 'customer.tax_id.created', taxId)
  return taxId
}

// Stripe's test values end so: https://docs.stripe.com/billing/customer/tax-ids
function verificationOf(type: string, value: string): Stripe.TaxId.Verification {
  return { status: statusOf(type, value), verified_address: null, verified_name: null }
}

function statusOf(type: string, value: string): Stripe.TaxId.Verification.Status {
  if (!['eu_vat', 'gb_vat', 'au_abn'].includes(type)) return 'unavailable'
  if (value.endsWith('000000000')) return 'verified'
  return value.endsWith('111111111') ? 'unverified' : 'pending'
}
