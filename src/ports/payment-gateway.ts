// The port to Stripe. It speaks of customers, cards and setups in our words; refusals that are to be expected
// come back as values, and everything that keeps Stripe from answering is a GatewayUnavailable.
//
// Each `key` is an idempotency key: the same key and the same arguments are one act, however often they are sent.

import type { BillingDetails } from '../company/billing-details.ts'
import type { Language } from '../company/company.ts'
import type { CardFacts, LastCharge } from '../payment-methods/payment-method.ts'
import type { InvoiceGateway } from './invoice-gateway.ts'
import type { SubscriptionGateway } from './subscriptions.ts'

export class GatewayUnavailable extends Error {
  /** Stripe did answer, with a failure of its own: the same key would only bring the same answer again. */
  readonly answered: boolean
  /** The same act is under way at Stripe, for whoever pressed first: the same key brings its answer in a moment. */
  readonly underWay: boolean

  constructor(
    message: string,
    answered: boolean,
    { cause, underWay = false }: { cause?: unknown; underWay?: boolean } = {},
  ) {
    super(message, { cause })
    this.name = 'GatewayUnavailable'
    this.answered = answered
    this.underWay = underWay
  }
}

export interface WalletAtStripe {
  readonly defaultId: string | null
  readonly methods: readonly CardFacts[]
}

export interface SetupFailure {
  /** Stripe's error code and, for a decline, its reason; see words of declines. */
  readonly code: string
  readonly declineCode: string | null
  /** The postal code that was refused with it. */
  readonly postalCode: string | null
  readonly country: string | null
}

export interface SetupAtStripe {
  readonly id: string
  readonly customerId: string | null
  readonly status: 'open' | 'needs cardholder' | 'processing' | 'succeeded' | 'canceled'
  readonly paymentMethodId: string | null
  readonly failure: SetupFailure | null
}

export interface PaymentGateway extends InvoiceGateway, SubscriptionGateway {
  createCustomer(company: { id: string; name: string; email: string }, key: string): Promise<string>
  /** The customer's billing details as Stripe holds them, or 'gone' when it was deleted. */
  billingDetails(customerId: string): Promise<BillingDetails | 'gone'>
  saveBillingDetails(
    customerId: string,
    details: BillingDetails,
  ): Promise<'saved' | 'gone' | 'tax id refused' | 'refused'>

  wallet(customerId: string): Promise<WalletAtStripe | 'gone'>
  setDefault(customerId: string, paymentMethodId: string, key: string): Promise<'set' | 'gone'>
  /** 'detached' also when it was no longer attached: either way it is gone. */
  detach(paymentMethodId: string, key: string): Promise<'detached'>
  /** The customer that a payment method is attached to; null for none, or for an unknown id. */
  ownerOf(paymentMethodId: string): Promise<string | null>

  /** A SetupIntent for use without the cardholder (`usage: off_session`), to be confirmed in the browser. */
  beginSetup(
    customerId: string,
    key: string,
  ): Promise<{ setupIntentId: string; clientSecret: string } | 'gone'>
  /** Stripe's own page for adding a card; it needs no JavaScript. */
  beginHostedSetup(
    customerId: string,
    page: { returnUrl: string; cancelUrl: string; language: Language },
    key: string,
  ): Promise<{ sessionId: string; url: string } | 'gone'>
  setup(setupIntentId: string): Promise<SetupAtStripe | 'missing'>
  /** The setup that a hosted page led to; null while its visitor has not finished. */
  hostedSetup(
    sessionId: string,
  ): Promise<{ customerId: string | null; setupIntentId: string | null } | 'missing'>

  /** Nobody is to use it any more. 'not open': it has ended already, or is being verified. */
  cancelSetup(setupIntentId: string, key: string): Promise<'canceled' | 'not open' | 'missing'>
  /** The same for a hosted page, and for the setup that came with it, which goes by no other way. */
  expireHostedSetup(sessionId: string, key: string): Promise<'canceled' | 'not open' | 'missing'>

  /** A charge, and the payment method that it went to. */
  charge(chargeId: string): Promise<{ paymentMethodId: string | null; charge: LastCharge } | 'missing'>
}
