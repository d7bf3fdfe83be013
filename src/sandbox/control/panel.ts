// What the control page may ask: the people, their cards and invoices, and a few orders.
import type Stripe from 'stripe'
import type { BehaviourName } from '../cards/behaviours.ts'
import { createItem } from '../invoice-items/invoice-item.ts'
import { finalizeInvoice } from '../invoices/collect.ts'
import { createInvoice } from '../invoices/create.ts'
import { type Ledger, nobody, transact } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { factsOf } from '../payment-methods/find.ts'
import type { Attempt } from '../payments/attempts.ts'
import type { Control } from './control.ts'

export interface PanelCard {
  method: Stripe.PaymentMethod
  behaviour: BehaviourName
  isDefault: boolean
}

export interface PanelInvoice {
  invoice: Stripe.Invoice
  attempts: Attempt[]
}

export interface Panel
  extends Pick<Control, 'now' | 'moveClock' | 'changeBehaviour' | 'orderPaymentProcessing'> {
  /** The newest fifty. */
  customers(): Stripe.Customer[]
  cards(customer: string): PanelCard[]
  /** The newest ten. */
  invoices(customer: string): PanelInvoice[]
  card(id: string): Stripe.PaymentMethod | undefined
  /** Finalized at once, and charged to the default card. The amount in minor units. */
  bill(customer: string, amount: number, description: string): Stripe.Invoice
}

export function openPanel(ledger: Ledger, control: Control, wakeCourier: () => void): Panel {
  const { now, moveClock, changeBehaviour, orderPaymentProcessing } = control
  return {
    now,
    moveClock,
    changeBehaviour,
    orderPaymentProcessing,
    customers: () =>
      first(50, ledger.customers.newestFirst(), (customer) => (customer.deleted ? undefined : customer)),
    cards: (customer) => cardsOf(ledger, customer),
    invoices: (customer) =>
      first(10, ledger.invoices.newestFirst(customer), (invoice) =>
        invoice.deleted ? undefined : { invoice, attempts: [...ledger.attempts.oldestFirst(invoice.id)] },
      ),
    card: (id) => ledger.paymentMethods.get(id),
    bill(customer, amount, description) {
      try {
        return transact(ledger, nobody, () => bill(ledger, customer, amount, description))
      } finally {
        wakeCourier()
      }
    },
  }
}

function bill(ledger: Ledger, customer: string, amount: number, description: string): Stripe.Invoice {
  createItem(ledger, { customer, amount, description: description || null })
  const draft = createInvoice(ledger, { customer, pending_invoice_items_behavior: 'include' })
  return finalizeInvoice(ledger, draft, true)
}

function cardsOf(ledger: Ledger, id: string): PanelCard[] {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) return []
  const chosen = referenceOf(customer.invoice_settings.default_payment_method)
  return [...ledger.paymentMethods.oldestFirst(id)].map((method) => ({
    method,
    behaviour: factsOf(ledger, method).behaviour,
    isDefault: method.id === chosen,
  }))
}

function first<Item, Shown>(
  count: number,
  items: Iterable<Item>,
  shown: (item: Item) => Shown | undefined,
): Shown[] {
  const found: Shown[] = []
  for (const item of items) {
    const one = shown(item)
    if (one !== undefined) found.push(one)
    if (found.length === count) break
  }
  return found
}
