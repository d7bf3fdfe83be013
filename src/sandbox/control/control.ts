// What the API does not offer: orders to the sandbox itself, for tests and demonstrations.
import type Stripe from 'stripe'
import type { Faults } from '../api/faults.ts'
import type { RequestLog } from '../api/request-log.ts'
import type { BehaviourName } from '../cards/behaviours.ts'
import { accountsOf, type InvoiceAccount } from '../judge/accounts.ts'
import { type Ledger, nobody, type Radar, transact } from '../ledger/ledger.ts'
import { changeByNetwork, type NetworkChange } from '../payment-methods/change-by-network.ts'
import { factsOf, methodInPath } from '../payment-methods/find.ts'
import { settlePayment, settlePaymentAuthentication } from '../payments/settle-payment.ts'
import type { Processing } from '../setup-intents/processing.ts'
import { settleProcessing } from '../setup-intents/settle.ts'
import { moveClock } from '../time/move-clock.ts'
import type { Ticker } from '../time/ticker.ts'
import type { Courier } from '../webhooks/courier.ts'
import type { Disorder, DisorderOrder } from '../webhooks/disorder.ts'
import type { WebhookEndpoints } from '../webhooks/endpoints.ts'

interface Parts {
  ledger: Ledger
  ticker: Ticker
  disorder: Disorder
  faults: Faults
  log: RequestLog
  webhooks: WebhookEndpoints
  courier: Courier
}

interface Settings {
  radar: Radar
  processing: Processing
  paymentProcessing: Processing
  retries: number[]
  confirmationLimit: number
}

export interface Control extends Pick<Parts, 'faults' | 'log' | 'webhooks'> {
  settings(): Settings
  changeRadar(change: Partial<Radar>): void
  /** The next setup intents that would succeed stay `processing` first. */
  orderProcessing(order: Processing): void
  /** The next payments that would succeed stay `processing` first. */
  orderPaymentProcessing(order: Processing): void
  /** Days from each failed automatic charge to the next. */
  changeRetries(days: number[]): void
  /** How often a payment intent may be confirmed before it is canceled. */
  changeConfirmationLimit(times: number): void
  /** Undefined where it is not processing. Without `how`, as it was ordered. */
  settlePayment(paymentIntent: string, how?: 'succeed' | 'fail'): Stripe.PaymentIntent | undefined
  /** The cardholder's answer to 3-D Secure. Undefined where nothing is asked. */
  authenticatePayment(paymentIntent: string, answer: 'passed' | 'failed'): Stripe.PaymentIntent | undefined
  /** Seconds since 1970. */
  now(): number
  /** By seconds, forward. What falls due on the way happens: finalizations, retries, subscription cycles. */
  moveClock(seconds: number): void
  /** Does at once what is due by now; the sandbox itself looks once a second. */
  tick(): void
  /** What a judge needs to know of one invoice, or of all. */
  book(invoice?: string): InvoiceAccount[]
  /** Undefined where it is not processing. Without `how`, as it was ordered. */
  settleProcessing(setupIntent: string, how?: 'succeed' | 'fail'): Stripe.SetupIntent | undefined
  /** From now on a saved card behaves so. */
  changeBehaviour(paymentMethod: string, behaviour: BehaviourName): void
  /** As when the network tells Stripe of a renewed card. */
  changeByNetwork(paymentMethod: string, change: NetworkChange): Stripe.PaymentMethod
  /** From now on events are lost, repeated or late; null ends it. */
  disorderEvents(order: DisorderOrder | null): void
  /** Sends it once more to every endpoint. False where there is no such event. */
  redeliver(event: string): boolean
  /** Resolves when no event waits to be delivered. */
  delivered(): Promise<void>
}

export function openControl({ ledger, ticker, disorder, courier, ...shared }: Parts): Control {
  function act<Result>(work: () => Result): Result {
    try {
      return transact(ledger, nobody, work)
    } finally {
      courier.wake()
    }
  }

  return {
    ...shared,
    delivered: courier.delivered,
    settings: () => ({
      radar: ledger.radar.read(),
      processing: ledger.processing.read(),
      paymentProcessing: ledger.paymentProcessing.read(),
      retries: ledger.retries.read(),
      confirmationLimit: ledger.confirmationLimit.read(),
    }),
    changeRadar: (change) => ledger.radar.write({ ...ledger.radar.read(), ...change }),
    orderProcessing: (order) => ledger.processing.write(order),
    orderPaymentProcessing: (order) => ledger.paymentProcessing.write(order),
    changeConfirmationLimit: (times) => ledger.confirmationLimit.write(times),
    changeRetries: (days) => ledger.retries.write(days),
    settlePayment: (id, how) => act(() => settlePayment(ledger, id, how)),
    authenticatePayment: (id, answer) => act(() => settlePaymentAuthentication(ledger, id, answer)),
    now: () => ledger.now(),
    moveClock: (seconds) => act(() => moveClock(ledger, seconds)),
    tick: ticker.tick,
    book: (invoice) => accountsOf(ledger, invoice),
    settleProcessing: (id, how) => act(() => settleProcessing(ledger, id, how)),
    changeBehaviour: (id, behaviour) =>
      act(() => {
        ledger.cardFacts.replace({ ...factsOf(ledger, methodInPath(ledger, id)), behaviour })
      }),
    changeByNetwork: (id, change) => act(() => changeByNetwork(ledger, methodInPath(ledger, id), change)),
    disorderEvents: disorder.order,
    redeliver: (id) =>
      act(() => {
        if (!ledger.events.get(id)) return false
        for (const url of shared.webhooks.urls()) ledger.deliveries.add(id, url)
        return true
      }),
  }
}
