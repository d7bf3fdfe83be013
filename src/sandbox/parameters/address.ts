// Postal addresses, as customers and billing details have them.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { clearable, hash } from './hash.ts'
import { clearableText, type Reader } from './reader.ts'

const country: Reader<string | null> = (given, name) => {
  const code = clearableText(given, name)
  if (code === null || /^[A-Z]{2}$/.test(code)) return code
  throw invalidRequest(
    `Country '${code}' is unknown. Try using a 2-character alphanumeric country code instead, such as ` +
      "'US', 'EG', or 'GB'. A full list of country codes is available at https://stripe.com/global",
    {
      code: 'country_code_invalid',
      param: name,
    },
  )
}

export const address = clearable(
  hash({
    city: clearableText,
    country,
    line1: clearableText,
    line2: clearableText,
    postal_code: clearableText,
    state: clearableText,
  }),
)

export const noAddress: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}
