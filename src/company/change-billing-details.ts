// A company's details are changed at Stripe first, then in our copy.

import { createHash } from 'node:crypto'
import { byActor, type NewEntry, type Result } from '../activity/entry.ts'
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
  actor: Actor,
  details: BillingDetails,
): Promise<DetailsChanged> {
  const { company } = actor
  const entry = await entryFor(ports, actor, details)
  const answer = await saveOnce(ports, company, details, entry('done', null))
  if (answer === 'saved') return answer
  const told = answer === 'unanswered' ? entry('unanswered', null) : entry('refused', answer)
  await ports.store.activity.record(told, ports.clock.now())
  return answer
}

// Pressed twice, it is one change: both began with the same details, and asked for the same. Pressed without a change,
// it is none.
async function entryFor({ store }: Ports, actor: Actor, details: BillingDetails) {
  const { id } = actor.company
  const version = await store.companies.detailsVersion(id)
  const asked = JSON.stringify(details)
  const isChange = asked !== JSON.stringify(await store.companies.billingDetails(id))
  const digest = createHash('sha256').update(asked).digest('base64url').slice(0, 16)
  return (result: Result, why: string | null): NewEntry[] => {
    const once = `details/v${version}/${digest}/${result}`
    const about = {
      action: 'billing details changed',
      facts: why === null ? {} : { why },
      result,
      once,
    } as const
    return isChange ? [{ ...byActor(actor), companyId: id, ...about }] : []
  }
}

async function saveOnce(
  ports: Ports,
  company: Company,
  details: BillingDetails,
  entries: readonly NewEntry[],
): Promise<DetailsChanged> {
  try {
    const answer = await save(ports, company, details, entries)
    if (answer !== 'gone') return answer
    // Deleted at Stripe, and we had not heard: its details go to the customer that follows it.
    const second = await save(ports, { ...company, stripeCustomerId: null }, details, entries)
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
  entries: readonly NewEntry[],
): Promise<Exclude<DetailsChanged, 'unanswered'> | 'gone'> {
  const withIt = await withCustomer(ports, company)
  const answer = await ports.gateway.saveBillingDetails(withIt.stripeCustomerId, details)
  if (answer === 'gone') {
    await ports.store.companies.forgetCustomer(company.id, withIt.stripeCustomerId, ports.clock.now())
  }
  // Stripe writes numbers in its own way; what it made of them is what we show.
  if (answer === 'saved') await refreshBillingDetails(ports, withIt, entries)
  return answer
}
