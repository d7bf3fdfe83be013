// What may be said of an invoice.
import { currency } from '../parameters/currency.ts'
import { type Hash, hash, list } from '../parameters/hash.ts'
import { metadata } from '../parameters/metadata.ts'
import { clearableText, flag, integer, oneOf, text } from '../parameters/reader.ts'

export const collectionMethod = oneOf('charge_automatically', 'send_invoice')

export const invoiceFields = {
  auto_advance: flag,
  collection_method: collectionMethod,
  days_until_due: integer,
  default_payment_method: clearableText,
  description: clearableText,
  due_date: integer,
  footer: clearableText,
  metadata,
  payment_settings: hash({ payment_method_types: list(text) }),
  statement_descriptor: clearableText,
}
export type InvoiceChanges = Hash<typeof invoiceFields, never>

export const newInvoiceFields = {
  ...invoiceFields,
  currency,
  customer: text,
  pending_invoice_items_behavior: oneOf('include', 'exclude'),
  subscription: text,
}
export type NewInvoice = Hash<typeof newInvoiceFields, 'customer'>

export const paymentFields = {
  forgive: flag,
  off_session: flag,
  paid_out_of_band: flag,
  payment_method: text,
}
export type InvoicePay = Hash<typeof paymentFields, never>
