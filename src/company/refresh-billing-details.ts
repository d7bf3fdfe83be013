import type { NewEntry } from '../activity/entry.ts'
import type { Ports } from '../ports/ports.ts'
import type { Company } from './company.ts'

/** Our copy of the billing details made to say what Stripe says; `entries` tell of whoever changed them. */
export async function refreshBillingDetails(
  { store, gateway, clock }: Ports,
  company: Company,
  entries: readonly NewEntry[] = [],
): Promise<void> {
  if (company.stripeCustomerId === null) return
  const details = await gateway.billingDetails(company.stripeCustomerId)
  if (details === 'gone') return
  // A customer made elsewhere may have no name; the company keeps the one that its people know.
  const named = { ...details, name: details.name || company.name }
  await store.companies.saveBillingDetails(company.id, named, entries, clock.now())
}
