// Everything that the sandbox knows, written as Stripe would show it.
import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'
import type { CardFacts } from '../cards/card-facts.ts'
import type { Processing } from '../setup-intents/processing.ts'
import type { SetupFacts } from '../setup-intents/setup-facts.ts'
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
  events: Collection<Stripe.EventBase>
  cardFacts: Collection<CardFacts>
  setupFacts: Collection<SetupFacts>
  deliveries: Deliveries
  account: Setting<string>
  fingerprintKey: Setting<string>
  radar: Setting<Radar>
  processing: Setting<Processing>
  /** Seconds since 1970, as Stripe counts. */
  now(): number
  /** Where the hosted pages are, such as 'http://localhost:4242'. */
  origin: string
  /** Called with each event as it is written, inside the same transaction. */
  onEvent: (event: Stripe.EventBase) => void
  /** Called when a setup intent starts processing; `at` is when it settles, in milliseconds, or null. */
  onProcessing: (setupIntent: string, at: number | null) => void
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
  return {
    connection,
    customers: collection(connection, 'customer', () => null),
    paymentMethods: collection(connection, 'payment_method', (method) => referenceOf(method.customer)),
    setupIntents: collection(connection, 'setup_intent', (intent) => referenceOf(intent.customer)),
    sessions: collection(connection, 'checkout.session', (session) => referenceOf(session.customer)),
    paymentIntents: collection(connection, 'payment_intent', (intent) => referenceOf(intent.customer)),
    charges: collection(connection, 'charge', (charge) => referenceOf(charge.customer)),
    taxIds: collection(connection, 'tax_id', (taxId) => (taxId.deleted ? null : referenceOf(taxId.customer))),
    events: collection(connection, 'event', () => null),
    cardFacts: collection(connection, 'card_facts', () => null),
    setupFacts: collection(connection, 'setup_facts', () => null),
    deliveries: deliveriesOf(connection),
    account: setting(connection, 'account', accountId),
    fingerprintKey: setting(connection, 'fingerprint_key', () => randomBytes(32).toString('hex')),
    radar: setting<Radar>(connection, 'radar', () => ({
      cvcCheckFails: 'block',
      postalCodeCheckFails: 'block',
    })),
    processing: setting<Processing>(connection, 'processing', () => ({ times: 0, outcome: 'succeed' })),
    now: () => Math.floor(clock() / 1000),
    origin: 'http://localhost',
    onEvent: () => {},
    onProcessing: () => {},
    cause: nobody,
  }
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
