// What may be said of a customer, when it is made and when it is changed.
import type Stripe from 'stripe'
import { address, noAddress } from '../parameters/address.ts'
import { email } from '../parameters/email.ts'
import { clearable, type Hash, hash, list } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { clearableText, oneOf, text } from '../parameters/reader.ts'

export const customerFields = {
  address,
  description: clearableText,
  email,
  invoice_settings: hash({ default_payment_method: clearableText, footer: clearableText }),
  metadata,
  name: clearableText,
  phone: clearableText,
  preferred_locales: clearable(list(text)),
  tax_exempt: clearable(oneOf('none', 'exempt', 'reverse')),
}

export const newCustomerFields = {
  ...customerFields,
  payment_method: text,
  test_clock: text,
  tax_id_data: list(hash({ type: text, value: text }, 'type', 'value')),
}

export type CustomerChanges = Hash<typeof customerFields, never>

export function withChanges(before: Stripe.Customer, changes: CustomerChanges): Stripe.Customer {
  const {
    metadata: data,
    address: place,
    invoice_settings,
    preferred_locales,
    tax_exempt,
    ...plain
  } = changes
  const customer: Stripe.Customer = { ...before, ...plain, metadata: withMetadata(before.metadata, data) }
  if (place !== undefined) customer.address = place && { ...noAddress, ...before.address, ...place }
  if (preferred_locales !== undefined) customer.preferred_locales = preferred_locales ?? []
  if (tax_exempt !== undefined) customer.tax_exempt = tax_exempt ?? 'none'
  if (invoice_settings) customer.invoice_settings = { ...before.invoice_settings, ...invoice_settings }
  return customer
}
