// An invoice is Stripe's; we keep a copy of it, and see that it gets paid.

export type InvoiceStatus = 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'
/** What Stripe says of the payment behind it. */
export type PaymentState = 'none' | 'open' | 'needs cardholder' | 'processing' | 'paid' | 'canceled'

export interface InvoiceFacts {
  /** Stripe's id: in_… */
  readonly id: string
  readonly number: string | null
  readonly status: InvoiceStatus
  /** ISO 4217, in small letters as Stripe writes it. */
  readonly currency: string
  /** All amounts in the currency's minor units. */
  readonly amountDue: number
  readonly amountPaid: number
  readonly amountRemaining: number
  /** To be charged without asking; otherwise it is sent to its customer, or its collection is switched off. */
  readonly isAutomatic: boolean
  /** Stripe has tried to charge it at least once. */
  readonly wasAttempted: boolean
  readonly createdAt: number
  readonly finalizedAt: number | null
  readonly dueAt: number | null
  readonly paidAt: number | null
  /** When Stripe tries again by itself, if it does. */
  readonly nextStripeAttemptAt: number | null
  /** Stripe's own page for it, where it can be paid without our JavaScript. */
  readonly hostedUrl: string | null
  readonly pdfUrl: string | null
  readonly lines: readonly InvoiceLine[]
  readonly payment: PaymentState
}

export interface InvoiceLine {
  readonly text: string
  readonly amount: number
}

/**
 * What the fallback does for now: waits for its next run, for the cardholder or for a payment under way, has stopped
 * trying by itself, or leaves it to a person.
 */
export type Rest = 'next run' | 'cardholder' | 'processing' | 'stopped' | 'review'

export interface Invoice extends InvoiceFacts {
  readonly companyId: string
  /** When the reading began that this comes from; never earlier than the one before it. */
  readonly readAt: number
  /** The run that is under way, or was the last; from 1. See fallback.ts. */
  readonly run: number
  /** An attempt of ours has no answer yet. */
  readonly isInFlight: boolean
  /** The number of the last attempt that a person has looked at; 0 for none. */
  readonly reviewedTo: number
  /** Null: a run is under way, or the first is still to come. */
  readonly rest: {
    readonly kind: Rest
    readonly why: RestReason | null
    readonly until: number | null
  } | null
}

export type RestReason =
  | 'runs spent'
  | 'refused for good'
  | 'suspected fraud'
  | 'unexpected amount'
  | 'key refused'
  | 'unknown for too long'
  | 'payment canceled'

// Source: Stripe's invoice lifecycle, https://docs.stripe.com/invoicing/overview#invoice-statuses
// What is not in it is an old reading that came late.
const transitions: Readonly<Record<InvoiceStatus, readonly InvoiceStatus[]>> = {
  draft: ['draft', 'open', 'paid', 'uncollectible', 'void'],
  open: ['open', 'paid', 'uncollectible', 'void'],
  uncollectible: ['uncollectible', 'paid', 'void'],
  paid: ['paid'],
  void: ['void'],
}

export function mayBecome(from: InvoiceStatus, to: InvoiceStatus): boolean {
  return transitions[from].includes(to)
}

/** Something is owed, and nothing else stands in the way of paying it. */
export function isOwed(invoice: InvoiceFacts): boolean {
  return invoice.status === 'open' && invoice.amountRemaining > 0
}

/** Stripe tried and could not: from here on it is ours to see to. */
export function isUnpaid(invoice: InvoiceFacts): boolean {
  return isOwed(invoice) && invoice.isAutomatic && invoice.wasAttempted
}

/** It has been sent to a bank, and the answer is not known. */
export function isUncertain({ isInFlight, payment }: Invoice): boolean {
  return isInFlight || payment === 'processing'
}

/** By hand, at this moment: nothing is under way, and nobody looks into it. */
export function isPayable(invoice: Invoice): boolean {
  return (
    isOwed(invoice) &&
    !isUncertain(invoice) &&
    invoice.rest?.kind !== 'review' &&
    invoice.payment !== 'canceled'
  )
}
