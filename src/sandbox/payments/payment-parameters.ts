// What may be said of a payment.
import { invalidRequest } from '../errors/invalid-request.ts'
import { currency } from '../parameters/currency.ts'
import { type Hash, hash, list } from '../parameters/hash.ts'
import { metadata } from '../parameters/metadata.ts'
import { clearableText, flag, integer, oneOf, type Reader, text } from '../parameters/reader.ts'
import { url } from '../parameters/url.ts'
import { methodData } from '../payment-methods/card-parameters.ts'

const amount: Reader<number> = (given, name) => {
  const cents = integer(given, name)
  if (cents >= 1) return cents
  throw invalidRequest(
    'The amount must be greater than or equal to the minimum charge amount allowed for your account and the ' +
      'currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to ' +
      'save a Payment Method for future use without an immediate payment, use a Setup Intent instead: ' +
      'https://docs.stripe.com/payments/setup-intents',
    { code: 'parameter_invalid_integer', param: name },
  )
}

export const confirmationFields = {
  off_session: flag,
  payment_method: text,
  payment_method_data: methodData,
  return_url: url,
  use_stripe_sdk: flag,
}
export type PaymentConfirmation = Hash<typeof confirmationFields, never>

export const browserConfirmationFields = {
  ...confirmationFields,
  client_secret: text,
  expected_payment_method_type: oneOf('card'),
}

export const newPaymentFields = {
  ...confirmationFields,
  allowed_payment_method_types: list(text),
  amount,
  automatic_payment_methods: hash({ enabled: flag, allow_redirects: oneOf('always', 'never') }, 'enabled'),
  confirm: flag,
  currency,
  customer: text,
  description: clearableText,
  metadata,
}
export type NewPayment = Hash<typeof newPaymentFields, 'amount' | 'currency'>
