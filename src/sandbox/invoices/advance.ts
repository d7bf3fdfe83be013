// An invoice's time has come: it is finalized, charged once more, or overdue.

import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { collect, finalizeInvoice } from './collect.ts'

export function advanceInvoice(ledger: Ledger, id: string): void {
  const invoice = ledger.invoices.get(id)
  if (!invoice || invoice.deleted) return
  if (invoice.status === 'draft') finalizeInvoice(ledger, invoice)
  else if (invoice.status !== 'open') return
  else if (invoice.next_payment_attempt !== null) collect(ledger, invoice)
  else recordEvent(ledger, 'invoice.overdue', invoice)
}
