// Everything that the sandbox knows, written as Stripe would show it.
import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'
import type { CardFacts } from '../cards/card-facts.ts'
import type { Attempt } from '../payments/attempts.ts'
import type { PaymentFacts } from '../payments/payment-facts.ts'
import type { Processing } from '../setup-intents/processing.ts'
import type { SetupFacts } from '../setup-intents/setup-facts.ts'
import { type Agenda, agendaOf } from '../time/agenda.ts'
import { type Deliveries, deliveriesOf } from '../webhooks/deliveries.ts'
import { type Collection, collection } from './collection.ts'
import { type Connection, openDatabase } from './database.ts'
import { accountId } from './ids.ts'
import { referenceOf } from './reference.ts'
import { type Setting, setting } from './settings.ts'

/** The request that an event comes from; nulls where nobody asked. */
export type Cause = Stripe.Event.Request

export interface Ledger {
  connection: Connection
  customers: Collection<Stripe.Customer | Stripe.DeletedCustomer>
  paymentMethods: Collection<Stripe.PaymentMethod>
  setupIntents: Collection<Stripe.SetupIntent>
  sessions: Collection<Stripe.Checkout.Session>
  paymentIntents: Collection<Stripe.PaymentIntent>
  charges: Collection<Stripe.Charge>
  taxIds: Collection<Stripe.TaxId | Stripe.DeletedTaxId>
  invoiceItems: Collection<Stripe.InvoiceItem | Stripe.DeletedInvoiceItem>
  invoices: Collection<Stripe.Invoice | Stripe.DeletedInvoice>
  invoicePayments: Collection<Stripe.InvoicePayment>
  prices: Collection<Stripe.Price>
  products: Collection<Stripe.Product>
  subscriptions: Collection<Stripe.Subscription>
  testClocks: Collection<Stripe.TestHelpers.TestClock>
  events: Collection<Stripe.EventBase>
  cardFacts: Collection<CardFacts>
  setupFacts: Collection<SetupFacts>
  paymentFacts: Collection<PaymentFacts>
  attempts: Collection<Attempt>
  deliveries: Deliveries
  agenda: Agenda
  account: Setting<string>
  fingerprintKey: Setting<string>
  radar: Setting<Radar>
  /** Of setup intents. */
  processing: Setting<Processing>
  /** Of payment intents. */
  paymentProcessing: Setting<Processing>
  /** Days from each failed automatic charge of an invoice to the next; as many retries as there are numbers. */
  retries: Setting<number[]>
  /** How often a payment intent may be confirmed. */
  confirmationLimit: Setting<number>
  /** Seconds by which the sandbox's clock was moved. */
  moved: Setting<number>
  /** Seconds since 1970, as Stripe counts; inside `atTime`, the time that was named. */
  now(): number
  /** The same, however the clock was moved. */
  unmovedNow(): number
  /** Set by `atTime` only. */
  frozen: number | null
  /** Where the hosted pages are, such as 'http://localhost:4242'. */
  origin: string
  /** Called with each event as it is written, inside the same transaction. */
  onEvent: (event: Stripe.EventBase) => void
  /** Called when an intent starts processing; `at` is when it settles, in milliseconds, or null. */
  onProcessing: (intent: string, at: number | null) => void
  /** Called after each attempt to pay, inside its transaction: the intent as it is now. */
  onPayment: (intent: Stripe.PaymentIntent) => void
  /** Called when an invoice was paid or could not be, inside the transaction. */
  onInvoice: (invoice: Stripe.Invoice) => void
  cause: Cause
}

/** What to do with a card whose check fails, as an account's Radar rules say. */
export interface Radar {
  cvcCheckFails: 'block' | 'allow'
  postalCodeCheckFails: 'block' | 'allow'
}

export const nobody: Cause = { id: null, idempotency_key: null }

export function openLedger(data: string, clock: () => number): Ledger {
  const connection = openDatabase(data)
  const moved = setting(connection, 'moved', () => 0)
  const unmovedNow = () => Math.floor(clock() / 1000)
  const ledger: Ledger = {
    connection,
    customers: collection(connection, 'customer', () => null),
    paymentMethods: collection(connection, 'payment_method', (method) => referenceOf(method.customer)),
    setupIntents: collection(connection, 'setup_intent', (intent) => referenceOf(intent.customer)),
    sessions: collection(connection, 'checkout.session', (session) => referenceOf(session.customer)),
    paymentIntents: collection(connection, 'payment_intent', (intent) => referenceOf(intent.customer)),
    charges: collection(connection, 'charge', (charge) => referenceOf(charge.customer)),
    taxIds: collection(connection, 'tax_id', (taxId) => (taxId.deleted ? null : referenceOf(taxId.customer))),
    invoiceItems: collection(connection, 'invoiceitem', (item) =>
      item.deleted ? null : referenceOf(item.customer),
    ),
    invoices: collection(connection, 'invoice', (invoice) =>
      invoice.deleted ? null : referenceOf(invoice.customer),
    ),
    invoicePayments: collection(connection, 'invoice_payment', (payment) => referenceOf(payment.invoice)),
    prices: collection(connection, 'price', () => null),
    products: collection(connection, 'product', () => null),
    subscriptions: collection(connection, 'subscription', (subscription) =>
      referenceOf(subscription.customer),
    ),
    testClocks: collection(connection, 'test_clock', () => null),
    events: collection(connection, 'event', () => null),
    cardFacts: collection(connection, 'card_facts', () => null),
    setupFacts: collection(connection, 'setup_facts', () => null),
    paymentFacts: collection(connection, 'payment_facts', () => null),
    attempts: collection(connection, 'attempt', (attempt) => attempt.invoice),
    deliveries: deliveriesOf(connection),
    agenda: agendaOf(connection),
    account: setting(connection, 'account', accountId),
    fingerprintKey: setting(connection, 'fingerprint_key', () => randomBytes(32).toString('hex')),
    radar: setting<Radar>(connection, 'radar', () => ({
      cvcCheckFails: 'block',
      postalCodeCheckFails: 'block',
    })),
    processing: setting<Processing>(connection, 'processing', () => ({ times: 0, outcome: 'succeed' })),
    paymentProcessing: setting<Processing>(connection, 'payment_processing', () => ({
      times: 0,
      outcome: 'succeed',
    })),
    retries: setting(connection, 'retries', () => [3, 5, 7]),
    // Stripe does not say how many; far more than a customer has cards.
    confirmationLimit: setting(connection, 'confirmation_limit', () => 50),
    moved,
    now: () => ledger.frozen ?? unmovedNow() + moved.read(),
    unmovedNow,
    frozen: null,
    origin: 'http://localhost',
    onEvent: () => {},
    onProcessing: () => {},
    onPayment: () => {},
    onInvoice: () => {},
    cause: nobody,
  }
  return ledger
}

/** All or nothing: the work's writes, its events and their deliveries. */
export function transact<Result>(ledger: Ledger, cause: Cause, work: () => Result): Result {
  ledger.cause = cause
  try {
    return ledger.connection.transaction(work).immediate()
  } finally {
    ledger.cause = nobody
  }
}
