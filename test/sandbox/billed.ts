// A customer with a card, and an invoice for it.
import type Stripe from 'stripe'
import type { BehaviourName } from '../../src/sandbox/cards/behaviours.ts'
import type { Started } from './start.ts'

export async function addCard(
  { stripe, sandbox }: Started,
  customer: string,
  behaviour: BehaviourName = 'succeeds',
): Promise<string> {
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  sandbox.control.changeBehaviour(id, behaviour)
  return id
}

/** A customer whose default card behaves so; null for no card at all. */
export async function billed(
  started: Started,
  behaviour: BehaviourName | null = 'succeeds',
  more: Stripe.CustomerCreateParams = {},
): Promise<{ customer: string; card: string }> {
  const { id: customer } = await started.stripe.customers.create({ name: 'Atelier Lumière', ...more })
  if (behaviour === null) return { customer, card: '' }
  const card = await addCard(started, customer, behaviour)
  await started.stripe.customers.update(customer, { invoice_settings: { default_payment_method: card } })
  return { customer, card }
}

export async function draftFor(
  { stripe }: Started,
  customer: string,
  more: Stripe.InvoiceCreateParams = {},
  amount = 4900,
): Promise<string> {
  await stripe.invoiceItems.create({ customer, amount, currency: 'eur', description: 'March' })
  const parameters = { customer, pending_invoice_items_behavior: 'include' as const, ...more }
  return (await stripe.invoices.create(parameters)).id
}

/** Open, and not charged by Stripe itself. */
export async function openFor(started: Started, customer: string): Promise<string> {
  const draft = await draftFor(started, customer)
  return (await started.stripe.invoices.finalizeInvoice(draft)).id
}

export async function typesOfEvents({ stripe }: Started): Promise<string[]> {
  return (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse()
}
