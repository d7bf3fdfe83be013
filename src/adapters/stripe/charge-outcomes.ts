// What Stripe's answer to one charge means. Source: https://docs.stripe.com/api/errors

import Stripe from 'stripe'
import type { Decline } from '../../invoices/attempt.ts'
import { consequenceOf } from '../../invoices/decline.ts'
import type { ChargeAnswer } from '../../ports/invoice-gateway.ts'
import { idOf } from './translate.ts'
import { standingIntent, toInvoiceFacts } from './translate-invoices.ts'

export async function outcomeOf(call: Promise<Stripe.Invoice>): Promise<ChargeAnswer> {
  try {
    return answerIn(await call)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    return answerTo(error)
  }
}

function answerIn(invoice: Stripe.Invoice): ChargeAnswer {
  // The SDK takes any JSON without an `error` in it for success, a proxy's page included.
  if (invoice.object !== 'invoice') return { answer: 'unknown' }
  // Open still: the bank is at it.
  if (invoice.status !== 'paid') return { answer: 'look' }
  return {
    answer: 'paid',
    facts: toInvoiceFacts(invoice),
    customerId: idOf(invoice.customer),
    chargeId: idOf(standingIntent(invoice)?.latest_charge),
  }
}

function answerTo(error: Stripe.errors.StripeError): ChargeAnswer {
  if (error instanceof Stripe.errors.StripeCardError) return refusal(error)
  if (error instanceof Stripe.errors.StripeIdempotencyError) return { answer: 'key refused' }
  if (wasTurnedAway(error)) return { answer: 'busy' }
  const { statusCode } = error
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return { answer: 'unknown' }
  // An amount or a currency that is not taken is said before any bank is asked, and every other card would meet it too.
  const decline = declineIn(error)
  return consequenceOf(decline) === 'stop'
    ? { answer: 'declined', decline, chargeId: null }
    : { answer: 'look' }
}

// The same is under way, too much is, or a key of ours is not taken: nothing has happened, and Stripe keeps none of
// these under the idempotency key.
function wasTurnedAway(error: Stripe.errors.StripeError): boolean {
  return (
    error instanceof Stripe.errors.StripeRateLimitError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError ||
    error.statusCode === 409 ||
    error.code === 'lock_timeout' ||
    error.code === 'idempotency_key_in_use'
  )
}

const asking = ['authentication_required', 'invoice_payment_intent_requires_action']

// The SDK says '' where Stripe says nothing.
function declineIn(error: Stripe.errors.StripeError): Decline {
  return {
    code: error.code || null,
    declineCode: error.decline_code || null,
    adviceCode: error.advice_code || null,
    blocked: false,
  }
}

function refusal(error: Stripe.errors.StripeCardError): ChargeAnswer {
  const decline = declineIn(error)
  const chargeId = error.charge || null
  const asks = asking.includes(decline.code ?? '') || decline.declineCode === 'authentication_required'
  return asks
    ? { answer: 'needs cardholder', decline: decline.adviceCode === null ? null : decline, chargeId }
    : { answer: 'declined', decline, chargeId }
}
