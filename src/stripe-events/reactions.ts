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

export type Reaction = (ports: Ports, event: InboxEvent) => Promise<unknown>

// One of each, so that several events that ask for the same reading are seen to be the same; see work-inbox.ts.
const readWallet = forCompany(refreshWallet)
const readDetails = forCompany((ports, company) => refreshBillingDetails(ports, company))
const readSubscriptions = forCompany(refreshSubscriptions)
const readInvoice = forCompany((ports, company, event) => followInvoice(ports, company, event.objectId ?? ''))
const readSetup = forCompany((ports, company, event) => finishAdding(ports, company, event.objectId ?? ''))
const readCharge = forCompany(noteCharge)

export const reactions: Readonly<Record<string, Reaction>> = {
  'payment_method.attached': readWallet,
  'payment_method.detached': readWallet,
  'payment_method.updated': readWallet,
  // The card network sent a new number or expiry by itself.
  'payment_method.automatically_updated': readWallet,
  'setup_intent.succeeded': readSetup,
  'setup_intent.setup_failed': readSetup,
  'setup_intent.canceled': readSetup,
  // The session that a hosted page was: here its setup gets its name.
  'checkout.session.completed': forCompany((ports, company, event) =>
    finishHosted(ports, company, event.objectId ?? ''),
  ),
  'customer.updated': forCompany(refreshCustomer),
  // Its cards went with it.
  'customer.deleted': readWallet,
  'customer.tax_id.created': readDetails,
  'customer.tax_id.updated': readDetails,
  'customer.tax_id.deleted': readDetails,
  'customer.subscription.created': readSubscriptions,
  'customer.subscription.updated': readSubscriptions,
  'customer.subscription.deleted': readSubscriptions,
  'customer.subscription.paused': readSubscriptions,
  'customer.subscription.resumed': readSubscriptions,
  'invoice.created': readInvoice,
  'invoice.finalized': readInvoice,
  'invoice.updated': readInvoice,
  'invoice.deleted': readInvoice,
  'invoice.paid': readInvoice,
  // From here on it is ours to see to; the other cards are tried beside the reactions.
  'invoice.payment_failed': readInvoice,
  'invoice.payment_action_required': readInvoice,
  'invoice.voided': readInvoice,
  'invoice.marked_uncollectible': readInvoice,
  'charge.succeeded': readCharge,
  'charge.failed': readCharge,
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

async function noteCharge({ store, gateway }: Ports, company: Company, event: InboxEvent): Promise<void> {
  const answer = await gateway.charge(event.objectId ?? '')
  if (answer === 'missing' || answer.paymentMethodId === null) return
  await store.wallets.noteCharge(company.id, answer.paymentMethodId, answer.charge)
}
