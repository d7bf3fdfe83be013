// Making a payment intent, and confirming it.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { usableMethod } from '../payment-methods/find.ts'
import { asksHolder, chargeCard } from './charge-card.ts'
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
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) {
    throw unexpectedState(`it has a status of ${intent.status}`)
  }
  const id = parameters.payment_method ?? referenceOf(intent.payment_method)
  if (id === null) throw unexpectedState("it's missing a payment method")
  const method = usableMethod(ledger, id, 'parameters')
  if (method.customer !== null && method.customer !== intent.customer) throw belongsElsewhere(method)
  if (!parameters.off_session && asksHolder(ledger, method)) return ask(ledger, intent, method, parameters)
  return chargeCard(ledger, intent, method, parameters.off_session ? 'away' : 'present')
}

function ask(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { return_url = null }: { return_url?: string | null },
): Stripe.PaymentIntent {
  const url = `${ledger.origin}/sandbox/3ds/${intent.id}`
  const asking = ledger.paymentIntents.replace({
    ...intent,
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url, url } },
    payment_method: method.id,
    status: 'requires_action',
  })
  recordEvent(ledger, 'payment_intent.requires_action', asking)
  return asking
}

function unexpectedState(why: string) {
  const message = `You cannot confirm this PaymentIntent because ${why}.`
  return invalidRequest(message, { code: 'payment_intent_unexpected_state' })
}

function belongsElsewhere({ id, customer }: Stripe.PaymentMethod) {
  return invalidRequest(
    `The provided PaymentMethod (${id}) belongs to the Customer ${referenceOf(customer)}. Please include the ` +
      'Customer in the `customer` parameter on the PaymentIntent.',
    { param: 'payment_method' },
  )
}
