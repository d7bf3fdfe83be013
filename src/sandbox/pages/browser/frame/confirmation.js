// The one place where card data leaves the frame: straight to the sandbox's own API.
import { digitsOf } from '../card/brands.js'
import { expiryOf } from '../card/expiry.js'
import { confirmIntent } from '../stripe/intents.js'
import { inputs, isAsked, locale } from './fields.js'
import { chosenNetwork } from './typing.js'

export function confirmCard(publishableKey, { clientSecret, return_url, payment_method_data }) {
  const known = { origin: '', publishableKey, clientSecret, locale }
  return confirmIntent(known, {
    payment_method_data: {
      ...payment_method_data,
      type: 'card',
      card: cardData(),
      billing_details: billingDetails(payment_method_data?.billing_details),
    },
    return_url,
    use_stripe_sdk: true,
  })
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
