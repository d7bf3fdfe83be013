// What follows from each event. None trusts what the event says of its object: each asks Stripe how things are
// now, so that the order in which events come, and how often, cannot matter.

import type { Company } from '../company/company.ts'
import { refreshBillingDetails } from '../company/refresh-billing-details.ts'
import { followInvoice } from '../invoices/follow-invoice.ts'
import { finishAdding, finishHosted } from '../payment-methods/finish-adding.ts'
import { refreshSubscriptions } from '../payment-methods/refresh-subscriptions.ts'
import { refreshWallet } from '../payment-methods/refresh-wallet.ts'
import type { Ports } from '../ports/ports.ts'
import type { InboxEvent } from '../ports/store.ts'

type Reaction = (ports: Ports, event: InboxEvent) => Promise<unknown>

export const reactions: Readonly<Record<string, Reaction>> = {
  'payment_method.attached': forCompany(refreshWallet),
  'payment_method.detached': forCompany(refreshWallet),
  'payment_method.updated': forCompany(refreshWallet),
  // The card network sent a new number or expiry by itself.
  'payment_method.automatically_updated': forCompany(refreshWallet),
  'setup_intent.succeeded': forCompany((ports, company, event) =>
    finishAdding(ports, company, event.objectId ?? ''),
  ),
  'setup_intent.setup_failed': forCompany((ports, company, event) =>
    finishAdding(ports, company, event.objectId ?? ''),
  ),
  'setup_intent.canceled': forCompany((ports, company, event) =>
    finishAdding(ports, company, event.objectId ?? ''),
  ),
  // The session that a hosted page was: here its setup gets its name.
  'checkout.session.completed': forCompany((ports, company, event) =>
    finishHosted(ports, company, event.objectId ?? ''),
  ),
  'customer.updated': forCompany(refreshCustomer),
  // Its cards went with it.
  'customer.deleted': forCompany(refreshWallet),
  'customer.tax_id.created': forCompany(refreshBillingDetails),
  'customer.tax_id.updated': forCompany(refreshBillingDetails),
  'customer.tax_id.deleted': forCompany(refreshBillingDetails),
  'customer.subscription.created': forCompany(refreshSubscriptions),
  'customer.subscription.updated': forCompany(refreshSubscriptions),
  'customer.subscription.deleted': forCompany(refreshSubscriptions),
  'customer.subscription.paused': forCompany(refreshSubscriptions),
  'customer.subscription.resumed': forCompany(refreshSubscriptions),
  'invoice.created': forCompany(readInvoice),
  'invoice.finalized': forCompany(readInvoice),
  'invoice.updated': forCompany(readInvoice),
  'invoice.deleted': forCompany(readInvoice),
  'invoice.paid': forCompany(readInvoice),
  // From here on it is ours to see to; the other cards are tried beside the reactions.
  'invoice.payment_failed': forCompany(readInvoice),
  'invoice.payment_action_required': forCompany(readInvoice),
  'invoice.voided': forCompany(readInvoice),
  'invoice.marked_uncollectible': forCompany(readInvoice),
  'charge.succeeded': forCompany(noteCharge),
  'charge.failed': forCompany(noteCharge),
}

/** Customers who are no company of ours are the host product's own affair. */
function forCompany(
  react: (ports: Ports, company: Company, event: InboxEvent) => Promise<unknown>,
): Reaction {
  return async (ports, event) => {
    const company = await companyOf(ports, event)
    if (company) await react(ports, company, event)
  }
}

// An event whose customer is not to be read from it is one of a payment method: Stripe says who has it now.
async function companyOf({ store, gateway }: Ports, event: InboxEvent): Promise<Company | null> {
  const isMethod = event.objectId?.startsWith('pm_') ?? false
  const customerId = event.customerId ?? (isMethod ? await gateway.ownerOf(event.objectId ?? '') : null)
  return customerId === null ? null : store.companies.byCustomer(customerId)
}

async function refreshCustomer(ports: Ports, company: Company): Promise<void> {
  await refreshWallet(ports, company)
  await refreshBillingDetails(ports, company)
  await refreshSubscriptions(ports, company)
}

function readInvoice(ports: Ports, company: Company, event: InboxEvent): Promise<void> {
  return followInvoice(ports, company, event.objectId ?? '')
}

async function noteCharge({ store, gateway }: Ports, company: Company, event: InboxEvent): Promise<void> {
  const answer = await gateway.charge(event.objectId ?? '')
  if (answer === 'missing' || answer.paymentMethodId === null) return
  await store.wallets.noteCharge(company.id, answer.paymentMethodId, answer.charge)
}
