// What no event told us is found by looking: invoices that are open at Stripe or here, events that reached nobody, and
// companies whose invoices we have never read.

import type { Company } from '../company/company.ts'
import { refreshWallet } from '../payment-methods/refresh-wallet.ts'
import type { InvoiceSummary } from '../ports/invoice-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { severalAtOnce } from '../ports/several-at-once.ts'
import type { Invoice } from './invoice.ts'
import { refreshInvoice } from './refresh-invoice.ts'

const readEventsTo = 'events read to'
const day = 24 * 60 * 60_000
/** Stripe may still be delivering what is younger. */
const settling = 60_000
const readAtOnce = 16

/**
 * Resolves when all was compared: from then on nothing that Stripe knew before is news to us. `thorough`: what looks
 * the same is read too, because what we have may be an older copy of ourselves.
 */
export async function sweep(ports: Ports, { thorough }: { thorough: boolean }): Promise<Swept> {
  const failures: unknown[] = []
  await compareOpen(ports, thorough, (error) => failures.push(error))
  await keepMissed(ports, thorough)
  await readNewCompanies(ports)
  return { failures }
}

export interface Swept {
  /** Why single invoices could not be read: they wait for the next time, and keep no other from its turn. */
  readonly failures: readonly unknown[]
}

async function compareOpen(ports: Ports, thorough: boolean, report: (error: unknown) => void): Promise<void> {
  const { store, gateway } = ports
  const atStripe = new Map((await gateway.openInvoices()).map((summary) => [summary.id, summary]))
  const owing = new Map<string, Company>()
  await severalAtOnce([...atStripe.values()], readAtOnce, async (summary) => {
    const company = summary.customerId === null ? null : await store.companies.byCustomer(summary.customerId)
    const ours = company && (await store.invoices.byId(company.id, summary.id))
    if (!company) return
    if (summary.wasAttempted) owing.set(company.id, company)
    const isDue = (thorough && summary.wasAttempted) || differs(ours, summary)
    // Before it is charged, it is read again in any case.
    if (isDue) await refreshInvoice(ports, company, summary.id).catch(report)
  })
  // Open here and not there: paid or given up meanwhile.
  const gone = (await store.invoices.open()).filter(({ id }) => !atStripe.has(id))
  await severalAtOnce(gone, readAtOnce, async ({ id, companyId }) => {
    const company = await store.companies.byId(companyId)
    if (company) await refreshInvoice(ports, company, id).catch(report)
  })
  if (!thorough) return
  await severalAtOnce([...owing.values()], readAtOnce, (company) =>
    refreshWallet(ports, company).catch(report),
  )
}

function differs(ours: Invoice | null, { status, amountRemaining, wasAttempted }: InvoiceSummary): boolean {
  if (!ours || ours.payment === 'processing') return true
  return (
    ours.status !== status || ours.amountRemaining !== amountRemaining || ours.wasAttempted !== wasAttempted
  )
}

// An event that was delivered may be unknown here all the same: an older copy of ourselves was put back since. How far
// we have read is said in Stripe's time, which no clock of ours can move and a restored copy carries with it.
async function keepMissed({ store, gateway, clock }: Ports, thorough: boolean): Promise<void> {
  const now = clock.now()
  const newest = await store.inbox.newest()
  const since = (await store.marks.read(readEventsTo)) ?? Math.min(newest ?? now, now) - day
  for (const event of await gateway.eventsSince(since - settling, thorough ? 'all' : 'undelivered')) {
    await store.inbox.keep(event, now)
  }
  if (newest !== null) await store.marks.write(readEventsTo, newest)
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
