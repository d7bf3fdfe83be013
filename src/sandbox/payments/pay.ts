// Making a payment intent, and confirming it.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { ApiError } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { createPaymentMethod } from '../payment-methods/create.ts'
import { usableMethod } from '../payment-methods/find.ts'
import { inTimeOf } from '../time/at-time.ts'
import { askHolder } from './ask-holder.ts'
import { asksHolder, chargeCard } from './charge-card.ts'
import { countConfirmation } from './confirmation-limit.ts'
import { newPaymentIntent } from './payment-intent.ts'
import type { NewPayment, PaymentConfirmation } from './payment-parameters.ts'

export function createPayment(ledger: Ledger, parameters: NewPayment): Stripe.PaymentIntent {
  const { amount, currency, customer, description, metadata, payment_method } = parameters
  const intent = newPaymentIntent(ledger, amount, currency)
  intent.metadata = withMetadata({}, metadata)
  if (customer) intent.customer = customerNamed(ledger, customer).id
  if (description) intent.description = description
  if (payment_method) {
    intent.payment_method = usableMethod(ledger, payment_method, 'parameters').id
    intent.status = 'requires_confirmation'
  }
  ledger.paymentIntents.add(intent)
  recordEvent(ledger, 'payment_intent.created', intent)
  if (!parameters.confirm) return intent
  const { payment_method: _, ...confirmation } = parameters
  return confirmPayment(ledger, intent, confirmation)
}

export function confirmPayment(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  parameters: PaymentConfirmation,
): Stripe.PaymentIntent {
  refuseUnlessPayable(intent)
  const method = methodToCharge(ledger, intent, parameters)
  // Without a way back only Stripe.js can show the question.
  const { off_session, return_url = null, use_stripe_sdk = return_url === null } = parameters
  return inTimeOf(ledger, referenceOf(intent.customer), () => {
    countConfirmation(ledger, intent)
    if (off_session || !asksHolder(ledger, method)) {
      return chargeCard(ledger, intent, method, off_session ? 'away' : 'present')
    }
    return askHolder(ledger, intent, method, { returnUrl: return_url, useStripeSdk: use_stripe_sdk })
  })
}

/** The fence: what has succeeded, is processing or was canceled takes no other card. */
export function refuseUnlessPayable(intent: Stripe.PaymentIntent): void {
  if (['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) return
  throw unexpectedState(
    intent,
    intent.status === 'succeeded' ? 'it has already succeeded' : `it has a status of ${intent.status}`,
  )
}

function methodToCharge(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  { payment_method, payment_method_data }: PaymentConfirmation,
): Stripe.PaymentMethod {
  if (payment_method_data) return createPaymentMethod(ledger, payment_method_data)
  const id = payment_method ?? referenceOf(intent.payment_method)
  if (id === null) throw unexpectedState(intent, "it's missing a payment method")
  const method = usableMethod(ledger, id, 'parameters')
  if (method.customer !== null && method.customer !== intent.customer) throw belongsElsewhere(method)
  return method
}

function unexpectedState(intent: Stripe.PaymentIntent, why: string): ApiError {
  const { status, body } = invalidRequest(`You cannot confirm this PaymentIntent because ${why}.`, {
    code: 'payment_intent_unexpected_state',
  })
  return new ApiError(status, { ...body, payment_intent: intent })
}

function belongsElsewhere({ id, customer }: Stripe.PaymentMethod) {
  return invalidRequest(
    `The provided PaymentMethod (${id}) belongs to the Customer ${referenceOf(customer)}. Please include the ` +
      'Customer in the `customer` parameter on the PaymentIntent.',
    { param: 'payment_method' },
  )
}
