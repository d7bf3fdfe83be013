// The part of the port to Stripe that is about invoices and their payment.

import type { AttemptedCard, Decline } from '../invoices/attempt.ts'
import type { InvoiceFacts } from '../invoices/invoice.ts'
import type { InboxEvent } from './store.ts'

export interface InvoiceAtStripe {
  readonly facts: InvoiceFacts
  readonly customerId: string | null
  /** Every attempt of Stripe's to take money for it, oldest first. */
  readonly charges: readonly ChargeAtStripe[]
  /** The card whose bank waits for its holder. */
  readonly asks: AttemptedCard | null
  /** The card that the payment behind it stands with. */
  readonly paymentCardId: string | null
}

export interface ChargeAtStripe {
  readonly id: string
  readonly card: AttemptedCard
  /** In minor units. */
  readonly amount: number
  readonly currency: string
  readonly at: number
  readonly outcome: 'paid' | 'declined' | 'pending'
  readonly decline: Decline | null
}

/** What Stripe answers to one attempt. Nothing is thrown for it: silence, too, is an answer to be recorded. */
export type ChargeAnswer =
  | {
      readonly answer: 'paid'
      readonly facts: InvoiceFacts
      readonly customerId: string | null
      readonly chargeId: string | null
    }
  | { readonly answer: 'declined'; readonly decline: Decline; readonly chargeId: string | null }
  | {
      readonly answer: 'needs cardholder'
      readonly decline: Decline | null
      readonly chargeId: string | null
    }
  /** It says that something is so, and not what: the invoice is to be read. Nothing was charged by this attempt. */
  | { readonly answer: 'look' }
  /** Turned away before anything happened: the same again in a moment. */
  | { readonly answer: 'busy' }
  /** Whether anything was charged is not known: silence, half an answer, or a failure of Stripe's own. */
  | { readonly answer: 'unknown' }
  /** The key was used with other bytes: a bug, and no key is made to get past it. */
  | { readonly answer: 'key refused' }

export interface InvoiceGateway {
  invoice(invoiceId: string): Promise<InvoiceAtStripe | 'missing'>
  /** The newest of a customer, 100 at most; 'gone' where the customer is. */
  invoicesOf(customerId: string): Promise<readonly InvoiceSummary[] | 'gone'>
  /** All open invoices of all customers: a list call, which is up to date the moment it is answered. */
  openInvoices(): Promise<readonly InvoiceSummary[]>
  /** `body`: JSON, sent as it is. */
  pay(invoiceId: string, body: string, key: string): Promise<ChargeAnswer>
  /** What a browser needs to ask the bank's question; null where nothing can be confirmed. */
  confirmationSecret(invoiceId: string): Promise<string | null>
  /** Events since then (epoch ms), oldest first; 'undelivered': only those that reached no endpoint. */
  eventsSince(since: number, which: 'all' | 'undelivered'): Promise<readonly InboxEvent[]>
}

export interface InvoiceSummary {
  readonly id: string
  readonly customerId: string | null
  readonly status: InvoiceFacts['status']
  readonly amountRemaining: number
  readonly wasAttempted: boolean
}
