// A company's details are changed at Stripe first, then in our copy.

import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { BillingDetails } from './billing-details.ts'
import type { Actor, Company } from './company.ts'
import { withCustomer } from './customer.ts'
import { refreshBillingDetails } from './refresh-billing-details.ts'

/** 'unanswered': what Stripe made of it comes back by its own event. */
export type DetailsChanged = 'saved' | 'tax id refused' | 'refused' | 'unanswered'

export async function changeBillingDetails(
  ports: Ports,
  { company }: Actor,
  details: BillingDetails,
): Promise<DetailsChanged> {
  try {
    const answer = await save(ports, company, details)
    if (answer !== 'gone') return answer
    // Deleted at Stripe, and we had not heard: its details go to the customer that follows it.
    const second = await save(ports, { ...company, stripeCustomerId: null }, details)
    return second === 'gone' ? 'refused' : second
  } catch (error) {
    if (error instanceof GatewayUnavailable) return 'unanswered'
    throw error
  }
}

async function save(
  ports: Ports,
  company: Company,
  details: BillingDetails,
): Promise<Exclude<DetailsChanged, 'unanswered'> | 'gone'> {
  const withIt = await withCustomer(ports, company)
  const answer = await ports.gateway.saveBillingDetails(withIt.stripeCustomerId, details)
  if (answer === 'gone') {
    await ports.store.companies.forgetCustomer(company.id, withIt.stripeCustomerId, ports.clock.now())
  }
  // Stripe writes numbers in its own way; what it made of them is what we show.
  if (answer === 'saved') await refreshBillingDetails(ports, withIt)
  return answer
}
