// What the control page shows of a customer, and what a person may do there.
import type Stripe from 'stripe'
import type { BehaviourName } from '../cards/behaviours.ts'
import { type Ledger, nobody, transact } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { factsOf } from '../payment-methods/find.ts'
import type { Attempt } from '../payments/attempts.ts'
import { billAtOnce } from './bill-at-once.ts'
import type { Control } from './control.ts'

export interface PanelCard {
  method: Stripe.PaymentMethod
  behaviour: BehaviourName
  isDefault: boolean
}

export interface PanelAttempt extends Attempt {
  method: Stripe.PaymentMethod | undefined
}

export interface PanelInvoice {
  invoice: Stripe.Invoice
  /** Oldest first. */
  attempts: PanelAttempt[]
}

export interface Panel
  extends Pick<Control, 'now' | 'moveClock' | 'settings' | 'changeBehaviour' | 'orderPaymentProcessing'> {
  /** The newest fifty. */
  customers(): Stripe.Customer[]
  /** The default first. */
  cards(customer: string): PanelCard[]
  /** The newest ten. */
  invoices(customer: string): PanelInvoice[]
  /** Finalized at once, and charged to the default card. The amount in minor units. */
  bill(customer: string, amount: number, description: string): Stripe.Invoice
  /** True when the invoice needs nobody any more, or its bank takes its time. */
  isDone(invoice: string): boolean
  /** Where the application is whose events go out from here, if anywhere. */
  merchant(): string | undefined
}

export function openPanel(
  ledger: Ledger,
  control: Control,
  wakeCourier: () => void,
  merchant: () => string | undefined,
): Panel {
  const { now, moveClock, settings, changeBehaviour, orderPaymentProcessing } = control
  return {
    now,
    moveClock,
    settings,
    changeBehaviour,
    orderPaymentProcessing,
    merchant,
    customers: () =>
      first(50, ledger.customers.newestFirst(), (customer) => (customer.deleted ? undefined : customer)),
    cards: (customer) => cardsOf(ledger, customer),
    invoices: (customer) =>
      first(10, ledger.invoices.newestFirst(customer), (invoice) =>
        invoice.deleted ? undefined : { invoice, attempts: attemptsFor(ledger, invoice.id) },
      ),
    bill(customer, amount, description) {
      try {
        return transact(ledger, nobody, () => billAtOnce(ledger, customer, amount, description))
      } finally {
        wakeCourier()
      }
    },
    isDone(id) {
      const invoice = ledger.invoices.get(id)
      const last = attemptsFor(ledger, id).at(-1)
      return !invoice || invoice.deleted || invoice.status !== 'open' || last?.result === 'processing'
    },
  }
}

function attemptsFor(ledger: Ledger, invoice: string): PanelAttempt[] {
  const attempts = [...ledger.attempts.oldestFirst(invoice)]
  return attempts.map((one) => ({ ...one, method: ledger.paymentMethods.get(one.paymentMethod) }))
}

function cardsOf(ledger: Ledger, id: string): PanelCard[] {
  const customer = ledger.customers.get(id)
  if (!customer || customer.deleted) return []
  const chosen = referenceOf(customer.invoice_settings.default_payment_method)
  return [...ledger.paymentMethods.oldestFirst(id)]
    .map((method) => ({
      method,
      behaviour: factsOf(ledger, method).behaviour,
      isDefault: method.id === chosen,
    }))
    .sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
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
