// The one place where card data leaves the frame: straight to the sandbox's own API.
import { digitsOf } from '../card/brands.js'
import { expiryOf } from '../card/expiry.js'
import { intentId, setupIntentFrom } from '../stripe/setup-intents.js'
import { inputs, isAsked, locale } from './fields.js'
import { formEncoded } from './form-encoded.js'
import { chosenNetwork } from './typing.js'

export async function confirmSetupIntent(publishableKey, { clientSecret, return_url, payment_method_data }) {
  const body = formEncoded({
    payment_method_data: {
      ...payment_method_data,
      type: 'card',
      card: cardData(),
      billing_details: billingDetails(payment_method_data?.billing_details),
    },
    return_url,
    use_stripe_sdk: true,
    client_secret: clientSecret,
  })
  const address = `/v1/setup_intents/${encodeURIComponent(intentId(clientSecret))}/confirm`
  const headers = { Authorization: `Bearer ${publishableKey}` }
  return setupIntentFrom(address, { method: 'POST', headers, body }, locale)
}

function cardData() {
  const { month, year } = expiryOf(inputs.expiry.value)
  const network = chosenNetwork()
  return {
    number: digitsOf(inputs.number.value),
    exp_month: month,
    exp_year: year,
    cvc: inputs.cvc.value,
    networks: network && { preferred: network },
  }
}

// What the element has collected wins over what the page has passed.
function billingDetails(passed = {}) {
  const { name, email, phone, country, postalCode } = collected()
  return {
    ...passed,
    ...present({ name, email, phone }),
    address: { ...passed.address, ...present({ country, postal_code: postalCode }) },
  }
}

function collected() {
  const { number, expiry, cvc, ...billing } = inputs
  const asked = Object.entries(billing).filter(([, input]) => isAsked(input))
  return Object.fromEntries(asked.map(([name, input]) => [name, input.value.trim()]))
}

function present(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
