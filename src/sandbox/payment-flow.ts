// What the invoice's page may ask of the sandbox: paying with a person in front of it.
import type Stripe from 'stripe'
import type { ErrorBody } from './errors/error-body.ts'
import type { CardConfirmation } from './setup-flow.ts'

/** The payment intent after the call, and why it was refused if it was. */
export type Paid =
  | { outcome: 'accepted'; intent: Stripe.PaymentIntent }
  | { outcome: 'refused'; error: ErrorBody }

export interface PaymentFlow {
  /** Undefined for drafts, which have no page. */
  invoice(id: string): Stripe.Invoice | undefined
  paymentIntent(id: string): Stripe.PaymentIntent | undefined
  /** The payment that stands behind an invoice. */
  intentOf(invoice: Stripe.Invoice): Stripe.PaymentIntent | undefined

  /** Accepted means: `succeeded`, `processing`, or `requires_action` with an address of the 3-D Secure page. */
  pay(invoice: Stripe.Invoice, confirmation: CardConfirmation): Paid

  /** Answers the 3-D Secure question. Undefined where none is open. */
  authenticate(paymentIntent: string, answer: 'passed' | 'failed'): Stripe.PaymentIntent | undefined

  /** The return_url given at the confirmation, with what Stripe appends. Undefined where none was given. */
  returnAddress(paymentIntent: string): string | undefined
}
