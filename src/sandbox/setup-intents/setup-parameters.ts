// What may be said when a setup intent is made, changed or confirmed.
import { clearable, type Hash, hash, list } from '../parameters/hash.ts'
import { metadata } from '../parameters/metadata.ts'
import { anyText, clearableText, flag, oneOf, text } from '../parameters/reader.ts'
import { url } from '../parameters/url.ts'
import { methodData } from '../payment-methods/card-parameters.ts'

// Any type may be allowed; this account offers cards.
const methodTypes = list(text)

const cardFields = {
  allowed_payment_method_types: methodTypes,
  mandate_data: hash({
    customer_acceptance: hash({
      type: oneOf('online', 'offline'),
      online: hash({ infer_from_client: flag, ip_address: anyText, user_agent: anyText }),
    }),
  }),
  payment_method: text,
  payment_method_data: methodData,
  return_url: url,
  use_stripe_sdk: flag,
}

export type Confirmation = Hash<typeof cardFields, never>

export const confirmationFields = {
  ...cardFields,
  client_secret: text,
  expected_payment_method_type: oneOf('card'),
}

export const newSetupFields = {
  ...cardFields,
  automatic_payment_methods: hash({ enabled: flag, allow_redirects: oneOf('always', 'never') }, 'enabled'),
  confirm: flag,
  customer: text,
  description: clearableText,
  metadata,
  usage: oneOf('off_session', 'on_session'),
}

export type NewSetup = Hash<typeof newSetupFields, never>

export const setupChangeFields = {
  allowed_payment_method_types: clearable(methodTypes),
  customer: text,
  description: clearableText,
  metadata,
  payment_method: text,
}

export type SetupChanges = Hash<typeof setupChangeFields, never>
