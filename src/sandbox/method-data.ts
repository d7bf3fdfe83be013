// A card as a page's form has it, as the API would be sent it.
import type { MethodData } from './payment-methods/card-parameters.ts'
import type { CardConfirmation } from './setup-flow.ts'

export function methodDataOf({ card, billing = {} }: CardConfirmation): MethodData {
  const { number, cvc = '', expMonth, expYear, preferredNetwork } = card
  const { name, email, country, postalCode } = billing
  return {
    type: 'card',
    card: {
      number,
      cvc,
      exp_month: String(expMonth),
      exp_year: String(expYear),
      networks: { preferred: preferredNetwork ?? null },
    },
    billing_details: {
      name: name || null,
      email: email || null,
      address: { country: country || null, postal_code: postalCode || null },
    },
  }
}
