// Our copy of one invoice made to say what Stripe says, whoever's doing it was.

import type { Company } from '../company/company.ts'
import type { InvoiceAtStripe } from '../ports/invoice-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Invoice } from './invoice.ts'

/** 'missing': Stripe does not have it, or it is another customer's. */
export async function refreshInvoice(
  { store, gateway, clock }: Ports,
  company: Company,
  invoiceId: string,
): Promise<{ invoice: Invoice; atStripe: InvoiceAtStripe } | 'missing'> {
  // Later than what we have, whatever the clock says: that was there before this reading began.
  const known = await store.invoices.byId(company.id, invoiceId)
  const readAt = Math.max(clock.now(), (known?.readAt ?? 0) + 1)
  const atStripe = await gateway.invoice(invoiceId)
  if (atStripe === 'missing') {
    await store.invoices.forget(company.id, invoiceId)
    return 'missing'
  }
  if (company.stripeCustomerId === null || atStripe.customerId !== company.stripeCustomerId) return 'missing'
  await store.invoices.mirror(company.id, atStripe, readAt, clock.now())
  const invoice = await store.invoices.byId(company.id, invoiceId)
  return invoice ? { invoice, atStripe } : 'missing'
}
