// The customer that stands for a company at Stripe, made when it is first needed.

import { createHash } from 'node:crypto'
import type { Ports } from '../ports/ports.ts'
import { withRenewedKey } from '../ports/renewed-key.ts'
import type { Company } from './company.ts'

/** The company with its customer. A customer that was deleted at Stripe is followed by a new one. */
export async function withCustomer(
  { store, gateway, clock }: Ports,
  company: Company,
): Promise<Company & { stripeCustomerId: string }> {
  if (company.stripeCustomerId !== null) return { ...company, stripeCustomerId: company.stripeCustomerId }
  const [owner, wallet] = [await store.companies.owner(company.id), await store.wallets.of(company.id)]
  const about = { id: company.id, name: company.name, email: owner?.email ?? '' }
  // Losing a customer moves the wallet's version: the next one gets a key of its own. So does another name or
  // address, because Stripe takes the same key for the same words only.
  const said = createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 12)
  const base = `customer/${company.id}/v${wallet.version}/${said}`
  const customerId = await withRenewedKey(clock, base, (key) => gateway.createCustomer(about, key))
  // What stands on its invoices goes along: the first event of the new customer would otherwise empty our copy.
  const details = await store.companies.billingDetails(company.id)
  if (details.email !== '') await gateway.saveBillingDetails(customerId, details)
  if (await store.companies.adoptCustomer(company.id, customerId))
    return { ...company, stripeCustomerId: customerId }
  const adopted = await store.companies.byId(company.id)
  return { ...company, stripeCustomerId: adopted?.stripeCustomerId ?? customerId }
}
