// A request to confirm: which card, and how its holder comes back.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { createPaymentMethod } from '../payment-methods/create.ts'
import { usableMethod } from '../payment-methods/find.ts'
import { confirmSetup } from './confirm.ts'
import type { Confirmation } from './setup-parameters.ts'
import { methodMissing, refuseUnlessConfirmable } from './unexpected-state.ts'

export function confirmAsAsked(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  parameters: Confirmation,
): Stripe.SetupIntent {
  refuseUnlessConfirmable(intent)
  refuseWithoutReturn(intent, parameters)
  const method = methodToConfirm(ledger, intent, parameters)
  const returnUrl = parameters.return_url ?? null
  const useStripeSdk = parameters.use_stripe_sdk ?? returnUrl === null
  return confirmSetup(ledger, intent, method, { returnUrl, useStripeSdk })
}

function methodToConfirm(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  { payment_method, payment_method_data }: Confirmation,
): Stripe.PaymentMethod {
  if (payment_method_data) return createPaymentMethod(ledger, payment_method_data)
  const id = payment_method ?? referenceOf(intent.payment_method)
  if (id === null) throw methodMissing(intent)
  const method = usableMethod(ledger, id, 'parameters')
  if (method.customer === null || method.customer === intent.customer) return method
  throw invalidRequest(
    `The provided PaymentMethod (${method.id}) belongs to a different Customer. Provide that Customer on the ` +
      'SetupIntent, or another PaymentMethod.',
    { code: 'setup_intent_invalid_parameter', param: 'payment_method' },
  )
}

function refuseWithoutReturn(intent: Stripe.SetupIntent, parameters: Confirmation): void {
  const { automatic_payment_methods: automatic, allowed_payment_method_types: allowed } = intent
  if (parameters.return_url || parameters.use_stripe_sdk) return
  if (allowed || !automatic?.enabled || automatic.allow_redirects === 'never') return
  throw invalidRequest(
    'This SetupIntent is configured to accept payment methods enabled in your Dashboard. Because some of these ' +
      'payment methods might redirect your customer off of your page, you must provide a `return_url`. If you ' +
      "don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` " +
      'and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment ' +
      'Intents.',
  )
}
