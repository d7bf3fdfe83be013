import Stripe from 'stripe'
import { GatewayUnavailable } from '../../ports/payment-gateway.ts'

/**
 * The answer of one call. Refusals that `expected` names come back as what it makes of them;
 * whatever keeps Stripe from answering is thrown as GatewayUnavailable; the rest are bugs and stay as they are.
 */
export async function answerOf<T extends { object?: string }, R extends string = never>(
  call: Promise<T>,
  object: string,
  expected: (error: Stripe.errors.StripeError) => R | undefined,
): Promise<T | R> {
  try {
    const answer = await call
    // The SDK takes any JSON without an `error` in it for success, a proxy's 4xx page included.
    if (answer.object === object) return answer
    throw new GatewayUnavailable(`not a ${object} of Stripe's`, false)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const refusal = expected(error)
    if (refusal !== undefined) return refusal
    throw keptFromAnswering(error) ? unavailable(error) : error
  }
}

function unavailable(error: Stripe.errors.StripeError): GatewayUnavailable {
  const underWay = error.code === 'idempotency_key_in_use'
  return new GatewayUnavailable(error.message, wasAnswered(error), { cause: error, underWay })
}

export function nothingExpected(): undefined {
  return undefined
}

export function whenMissing<R>(answer: R): (error: Stripe.errors.StripeError) => R | undefined {
  return (error) => (isMissing(error) ? answer : undefined)
}

/** Stripe looked at it and will not have it. A key that was used for something else is a bug of ours, and no refusal. */
export function isRefused(error: Stripe.errors.StripeError): boolean {
  return error.statusCode === 400 && !(error instanceof Stripe.errors.StripeIdempotencyError)
}

export function isMissing(error: Stripe.errors.StripeError): boolean {
  return error.statusCode === 404 || error.code === 'resource_missing'
}

function keptFromAnswering(error: Stripe.errors.StripeError): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    // A key of ours that Stripe no longer takes is for the operator to mend; to people Stripe is away.
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError ||
    error.statusCode === 409
  )
}

// A body cut short carries no status: whether Stripe acted is as unknown as after silence. Too many requests
// and conflicts are turned away before anything happens, and Stripe does not keep them under the key.
function wasAnswered(error: Stripe.errors.StripeError): boolean {
  return error.statusCode !== undefined && error.statusCode >= 500
}
