// What no event told us is found by looking: invoices that are open at Stripe or here, events that reached nobody, and
// companies whose invoices we have never read.

import type { Company } from '../company/company.ts'
import type { InvoiceSummary } from '../ports/invoice-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { severalAtOnce } from '../ports/several-at-once.ts'
import type { Invoice } from './invoice.ts'
import { refreshInvoice } from './refresh-invoice.ts'

const readEventsTo = 'events read to'
const day = 24 * 60 * 60_000
/** Of events, https://docs.stripe.com/api/events */
const asLongAsStripeKeeps = 30 * day
/** Stripe may still be delivering what is younger. */
const settling = 60_000
const readAtOnce = 16

/**
 * Resolves when all was compared: from then on nothing that Stripe knew before is news to us. `thorough`: what looks
 * the same is read too, because what we have may be an older copy of ourselves.
 */
export async function sweep(ports: Ports, { thorough }: { thorough: boolean }): Promise<void> {
  await compareOpen(ports, thorough)
  await keepMissed(ports, thorough)
  await readNewCompanies(ports)
}

async function compareOpen(ports: Ports, thorough: boolean): Promise<void> {
  const { store, gateway } = ports
  const atStripe = new Map((await gateway.openInvoices()).map((summary) => [summary.id, summary]))
  await severalAtOnce([...atStripe.values()], readAtOnce, async (summary) => {
    const company = summary.customerId === null ? null : await store.companies.byCustomer(summary.customerId)
    const ours = company && (await store.invoices.byId(company.id, summary.id))
    if (company && ((thorough && summary.wasAttempted) || differs(ours, summary)))
      await refreshInvoice(ports, company, summary.id)
  })
  // Open here and not there: paid or given up meanwhile.
  const gone = (await store.invoices.open()).filter(({ id }) => !atStripe.has(id))
  await severalAtOnce(gone, readAtOnce, async ({ id, companyId }) => {
    const company = await store.companies.byId(companyId)
    if (company) await refreshInvoice(ports, company, id)
  })
}

function differs(ours: Invoice | null, { status, amountRemaining, wasAttempted }: InvoiceSummary): boolean {
  if (!ours || ours.payment === 'processing') return true
  return (
    ours.status !== status || ours.amountRemaining !== amountRemaining || ours.wasAttempted !== wasAttempted
  )
}

// An event that was delivered may be unknown here all the same: an older copy of ourselves was put back since.
async function keepMissed({ store, gateway, clock }: Ports, thorough: boolean): Promise<void> {
  const now = clock.now()
  const readTo = await store.marks.read(readEventsTo)
  // A mark in the future was made before the clock went back: it does not say what was read by now.
  const since = readTo === null ? now - day : readTo > now ? now - asLongAsStripeKeeps : readTo
  const from = since - settling
  for (const event of await gateway.eventsSince(from, thorough ? 'all' : 'undelivered')) {
    await store.inbox.keep(event, now)
  }
  await store.marks.write(readEventsTo, now - settling)
}

async function readNewCompanies(ports: Ports): Promise<void> {
  const { store, clock } = ports
  await severalAtOnce(await store.companies.withUnreadInvoices(50), readAtOnce, async (company) => {
    await readAll(ports, company)
    await store.companies.invoicesRead(company.id, clock.now())
  })
}

async function readAll(ports: Ports, company: Company): Promise<void> {
  const summaries = await ports.gateway.invoicesOf(company.stripeCustomerId ?? '')
  if (summaries === 'gone') return
  await severalAtOnce(summaries, readAtOnce, async ({ id }) => {
    if ((await ports.store.invoices.byId(company.id, id)) === null) await refreshInvoice(ports, company, id)
  })
}
