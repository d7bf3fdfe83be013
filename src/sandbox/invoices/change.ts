// Changing an invoice, and deleting a draft.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { inTimeOf } from '../time/at-time.ts'
import type { InvoiceChanges } from './invoice-parameters.ts'
import { saveInvoice } from './save-invoice.ts'

const hour = 60 * 60
const day = 24 * hour

// The rest is fixed when an invoice is finalized: https://docs.stripe.com/invoicing/invoice-edits
const alwaysEditable = ['auto_advance', 'default_payment_method', 'metadata', 'payment_settings']

export function changeInvoice(
  ledger: Ledger,
  invoice: Stripe.Invoice,
  changes: InvoiceChanges,
): Stripe.Invoice {
  const fixed = Object.keys(changes).find((name) => !alwaysEditable.includes(name))
  if (invoice.status !== 'draft' && fixed !== undefined) {
    throw invalidRequest("Finalized invoices can't be updated in this way", { param: fixed })
  }
  return inTimeOf(ledger, referenceOf(invoice.customer), () =>
    saveInvoice(ledger, withChanges(ledger, invoice, changes)),
  )
}

export function deleteDraft(ledger: Ledger, invoice: Stripe.Invoice): Stripe.DeletedInvoice {
  if (invoice.status !== 'draft') throw invalidRequest('You can only delete draft invoices.')
  const deleted: Stripe.DeletedInvoice = { id: invoice.id, object: 'invoice', deleted: true }
  ledger.invoices.replace(deleted)
  ledger.agenda.set(invoice.id, '', null)
  recordEvent(ledger, 'invoice.deleted', invoice)
  return deleted
}

export function withChanges(
  ledger: Ledger,
  before: Stripe.Invoice,
  { metadata, days_until_due, due_date, payment_settings, ...plain }: InvoiceChanges,
): Stripe.Invoice {
  const invoice: Stripe.Invoice = { ...before, ...plain, metadata: withMetadata(before.metadata, metadata) }
  const { customer, default_payment_method: method } = invoice
  if (plain.default_payment_method) refuseUnlessAttached(ledger, method, customer)
  if (days_until_due !== undefined) invoice.due_date = before.created + days_until_due * day
  if (due_date !== undefined) invoice.due_date = due_date
  if (payment_settings) invoice.payment_settings = { ...before.payment_settings, ...payment_settings }
  if (invoice.status === 'draft') refuseUnfitDueDate(invoice)
  if (invoice.status === 'draft') return withWindow(invoice)
  return invoice.status === 'open' && plain.auto_advance !== undefined ? withPlan(ledger, invoice) : invoice
}

/** Stripe's own charges are called off, or taken up again within the hour. */
function withPlan(ledger: Ledger, open: Stripe.Invoice): Stripe.Invoice {
  const charges = open.auto_advance && open.collection_method === 'charge_automatically'
  if (!charges) return { ...open, next_payment_attempt: null }
  return { ...open, next_payment_attempt: open.next_payment_attempt ?? ledger.now() + hour }
}

/** Drafts that advance by themselves stay editable for an hour. */
function withWindow(draft: Stripe.Invoice): Stripe.Invoice {
  const { auto_advance: advances, created, collection_method } = draft
  return {
    ...draft,
    automatically_finalizes_at: advances ? created + hour : null,
    next_payment_attempt: advances && collection_method === 'charge_automatically' ? created + hour : null,
  }
}

function refuseUnfitDueDate({ collection_method, due_date }: Stripe.Invoice): void {
  if (collection_method === 'send_invoice' && due_date === null) {
    throw invalidRequest(
      "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
    )
  }
  if (collection_method !== 'send_invoice' && due_date !== null) {
    throw invalidRequest(
      "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
    )
  }
}

export function refuseUnlessAttached(
  ledger: Ledger,
  method: Stripe.Invoice['default_payment_method'],
  customer: Stripe.Invoice['customer'],
): void {
  const id = referenceOf(method) ?? ''
  if (ledger.paymentMethods.get(id)?.customer === referenceOf(customer)) return
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the ` +
      'customer.',
    { code: 'resource_missing', param: 'default_payment_method' },
  )
}
