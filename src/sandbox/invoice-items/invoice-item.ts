// Something to be billed, waiting for an invoice or on one.
import Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { invalidRequest, missingParameter, noSuch } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { invoiceNamed } from '../invoices/find.ts'
import { addLine } from '../invoices/lines.ts'
import { invoiceItemId, priceId, productId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { currency } from '../parameters/currency.ts'
import { type Hash, hash } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { clearableText, flag, integer, text } from '../parameters/reader.ts'
import { inTimeOf } from '../time/at-time.ts'

export const newItemFields = {
  amount: integer,
  currency,
  customer: text,
  description: clearableText,
  discountable: flag,
  invoice: text,
  metadata,
  period: hash({ start: integer, end: integer }, 'start', 'end'),
  quantity: integer,
}
type NewItem = Hash<typeof newItemFields, 'customer'>

export function createItem(ledger: Ledger, parameters: NewItem): Stripe.InvoiceItem {
  const customer = customerNamed(ledger, parameters.customer)
  const invoice = parameters.invoice === undefined ? undefined : invoiceNamed(ledger, parameters.invoice)
  if (parameters.amount === undefined) throw missingParameter('amount')
  if (invoice && invoice.status !== 'draft') throw notEditable()
  return inTimeOf(ledger, customer.id, () => {
    const item = ledger.invoiceItems.add(
      newItem(ledger, parameters, invoice?.currency ?? customer.currency ?? null),
    )
    recordEvent(ledger, 'invoiceitem.created', item)
    if (invoice) addLine(ledger, invoice, item)
    return item
  })
}

export function itemInPath(ledger: Ledger, id: string): Stripe.InvoiceItem {
  const item = ledger.invoiceItems.get(id)
  if (!item || item.deleted) throw noSuch('Invoice Item', id, 'id', 'path')
  return item
}

export function deleteItem(ledger: Ledger, item: Stripe.InvoiceItem): Stripe.DeletedInvoiceItem {
  if (referenceOf(item.invoice) !== null) {
    throw invalidRequest('You cannot delete an invoice item that is attached to an invoice.')
  }
  const deleted: Stripe.DeletedInvoiceItem = { id: item.id, object: 'invoiceitem', deleted: true }
  ledger.invoiceItems.replace(deleted)
  recordEvent(ledger, 'invoiceitem.deleted', item)
  return deleted
}

/** The account's own currency is the euro. */
function newItem(
  ledger: Ledger,
  { amount = 0, currency: asked, customer, description = null, discountable = true, ...more }: NewItem,
  otherwise: string | null,
): Stripe.InvoiceItem {
  const now = ledger.now()
  const { invoice = null, metadata: data, period = { start: now, end: now }, quantity = 1 } = more
  return {
    id: invoiceItemId(),
    object: 'invoiceitem',
    amount: amount * quantity,
    currency: asked ?? otherwise ?? 'eur',
    customer,
    customer_account: null,
    date: now,
    description,
    discountable,
    discounts: [],
    invoice,
    livemode: false,
    metadata: withMetadata({}, data),
    parent: null,
    period,
    pricing: {
      type: 'price_details',
      price_details: { price: priceId(), product: productId() },
      unit_amount_decimal: Stripe.Decimal.from(amount),
    },
    proration: false,
    quantity,
    quantity_decimal: Stripe.Decimal.from(quantity),
    tax_rates: [],
    test_clock: null,
  }
}

function notEditable() {
  return invalidRequest('Invalid invoice: This invoice is no longer editable', {
    code: 'invoice_not_editable',
    param: 'invoice',
  })
}
