import type { Ports } from '../ports/ports.ts'
import type { Company } from './company.ts'

/** Our copy of the billing details made to say what Stripe says. */
export async function refreshBillingDetails({ store, gateway }: Ports, company: Company): Promise<void> {
  if (company.stripeCustomerId === null) return
  const details = await gateway.billingDetails(company.stripeCustomerId)
  if (details === 'gone') return
  // A customer made elsewhere may have no name; the company keeps the one that its people know.
  await store.companies.saveBillingDetails(company.id, { ...details, name: details.name || company.name })
}
