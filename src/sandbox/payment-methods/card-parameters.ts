// A card as it is sent in: to /v1/payment_methods, or inside `payment_method_data`.
import type Stripe from 'stripe'
import type { CardInput } from '../cards/read-card.ts'
import { address, noAddress } from '../parameters/address.ts'
import { email } from '../parameters/email.ts'
import { type Hash, hash } from '../parameters/hash.ts'
import { metadata } from '../parameters/metadata.ts'
import { anyText, clearableText, oneOf } from '../parameters/reader.ts'

export const methodType = oneOf('card')
export const allowRedisplay = oneOf('always', 'limited', 'unspecified')

const billingFields = { address, email, name: clearableText, phone: clearableText, tax_id: clearableText }
export const billingDetails = hash(billingFields)
export type BillingChanges = Hash<typeof billingFields, never>

const cardFields = {
  number: anyText,
  exp_month: anyText,
  exp_year: anyText,
  cvc: anyText,
  networks: hash({ preferred: clearableText }),
}
const card = hash(cardFields)

export const methodFields = {
  type: methodType,
  card,
  billing_details: billingDetails,
  metadata,
  allow_redisplay: allowRedisplay,
}

export const methodData = hash(methodFields, 'type')
export type MethodData = Hash<typeof methodFields, 'type'>

export function cardInputOf({ card: { networks, ...rest } = {} }: MethodData): CardInput {
  return { ...rest, preferredNetwork: networks?.preferred ?? undefined }
}

export function withBillingChanges(
  before: Stripe.PaymentMethod.BillingDetails,
  { address: place, ...changes }: BillingChanges,
): Stripe.PaymentMethod.BillingDetails {
  const changed: Stripe.PaymentMethod.BillingDetails = { ...before, ...changes }
  if (place !== undefined) changed.address = { ...noAddress, ...(place && before.address), ...place }
  return changed
}

export const noBillingDetails: Stripe.PaymentMethod.BillingDetails = {
  address: noAddress,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
}
