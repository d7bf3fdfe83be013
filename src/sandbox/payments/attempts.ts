// Every attempt to take money, whatever came of it, with the request that asked for it.
import type Stripe from 'stripe'
import { attemptId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'

export interface Attempt {
  id: string
  invoice: string | null
  paymentIntent: string
  paymentMethod: string
  customer: string | null
  amount: number
  currency: string
  /** Seconds since 1970, by the clock that counts for the customer. */
  at: number
  result: 'succeeded' | 'declined' | 'requires_action' | 'processing'
  /** The decline code, or else the error's code. */
  code: string | null
  charge: string | null
  /** Nulls where Stripe did it by itself. */
  request: string | null
  idempotencyKey: string | null
}

type Result = Pick<Attempt, 'result'> & Partial<Pick<Attempt, 'code' | 'charge'>>

export function recordAttempt(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  paymentMethod: string,
  { result, code = null, charge = null }: Result,
): void {
  ledger.attempts.add({
    id: attemptId(),
    invoice: invoiceOf(intent),
    paymentIntent: intent.id,
    paymentMethod,
    customer: referenceOf(intent.customer),
    amount: intent.amount,
    currency: intent.currency,
    at: ledger.now(),
    result,
    code,
    charge,
    request: ledger.cause.id,
    idempotencyKey: ledger.cause.idempotency_key,
  })
}

/** The invoice that a payment intent is for. */
export function invoiceOf(intent: Stripe.PaymentIntent): string | null {
  return intent.payment_details?.order_reference ?? null
}
