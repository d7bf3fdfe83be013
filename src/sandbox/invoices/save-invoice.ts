// Keeping an invoice: with what happens to it next by itself, and the event that tells of it.
import type Stripe from 'stripe'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { previousAttributes } from '../ledger/previous-attributes.ts'
import { referenceOf } from '../ledger/reference.ts'

export function addInvoice(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  ledger.invoices.add(invoice)
  makeAppointment(ledger, invoice)
  recordEvent(ledger, 'invoice.created', invoice)
  return invoice
}

export function saveInvoice(ledger: Ledger, invoice: Stripe.Invoice): Stripe.Invoice {
  const before = ledger.invoices.get(invoice.id)
  ledger.invoices.replace(invoice)
  makeAppointment(ledger, invoice)
  const previous = before ? previousAttributes(before, invoice) : {}
  if (Object.keys(previous).length > 0) recordEvent(ledger, 'invoice.updated', invoice, previous)
  return invoice
}

function makeAppointment(ledger: Ledger, invoice: Stripe.Invoice): void {
  ledger.agenda.set(invoice.id, referenceOf(invoice.test_clock) ?? '', nextStep(ledger, invoice))
}

function nextStep(ledger: Ledger, invoice: Stripe.Invoice): number | null {
  if (invoice.status === 'draft') return invoice.automatically_finalizes_at
  if (invoice.status !== 'open') return null
  if (invoice.next_payment_attempt !== null) return invoice.next_payment_attempt
  return invoice.due_date !== null && invoice.due_date > ledger.now() ? invoice.due_date : null
}
