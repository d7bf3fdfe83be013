// Something happened to an invoice at Stripe: we read what it is now, and what became of an attempt that waits for it.

import type { Company } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { isOpen } from './attempt.ts'
import { refreshInvoice } from './refresh-invoice.ts'
import { settleFromStripe } from './settle-from-stripe.ts'

export async function followInvoice(ports: Ports, company: Company, invoiceId: string): Promise<void> {
  const attempts = await ports.store.invoices.attempts(company.id, invoiceId)
  const waiting = attempts.find(isOpen)
  // One that was only just sent has somebody waiting for its answer.
  if (waiting && waiting.outcome !== 'sent') await settleFromStripe(ports, waiting)
  await refreshInvoice(ports, company, invoiceId)
}
