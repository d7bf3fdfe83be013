// What cannot be done to a setup intent any more.
import type Stripe from 'stripe'
import { ApiError } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'

const open: Stripe.SetupIntent.Status[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
]

export function isOpen(intent: Stripe.SetupIntent): boolean {
  return open.includes(intent.status)
}

export function refuseUnlessConfirmable(intent: Stripe.SetupIntent): void {
  if (isOpen(intent)) return
  throw unexpectedState(
    intent,
    intent.status === 'succeeded'
      ? 'You cannot confirm this SetupIntent because it has already succeeded.'
      : `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
  )
}

export function refuseUnlessCancelable(intent: Stripe.SetupIntent): void {
  if (isOpen(intent)) return
  throw unexpectedState(
    intent,
    `You cannot cancel this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with ` +
      `one of the following statuses may be canceled: ${open.join(', ')}.`,
  )
}

export function methodMissing(intent: Stripe.SetupIntent): ApiError {
  return unexpectedState(
    intent,
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the " +
      'SetupIntent with a payment method and then confirm it again, or confirm it again directly with a ' +
      'payment method or ConfirmationToken.',
  )
}

function unexpectedState(intent: Stripe.SetupIntent, message: string): ApiError {
  const { status, body } = invalidRequest(message, { code: 'setup_intent_unexpected_state' })
  return new ApiError(status, { ...body, setup_intent: intent })
}
