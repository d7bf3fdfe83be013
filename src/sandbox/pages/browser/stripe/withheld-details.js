// A page that tells the element not to ask for something must bring it when it confirms.
import { IntegrationError } from './integration-error.js'

const simple = ['name', 'email', 'phone']
const addressKeys = {
  country: 'country',
  postalCode: 'postal_code',
  state: 'state',
  city: 'city',
  line1: 'line1',
  line2: 'line2',
}

export function requireWithheldDetails(fields, billingDetails) {
  for (const path of withheldPaths(fields?.billingDetails)) {
    if (valueAt(billingDetails, path) !== undefined) continue
    throw new IntegrationError(
      `You specified "never" for fields.billing_details.${path} when creating the payment Element, but did not pass ` +
        `confirmParams.payment_method_data.billing_details.${path} when calling stripe.confirmPayment or ` +
        'stripe.confirmSetup. If you opt out of collecting data via the payment Element using the fields ' +
        'option, the data must be passed at confirm-time.',
    )
  }
}

function withheldPaths(option) {
  const withheld = (key) => option === 'never' || option?.[key] === 'never'
  const inAddress = (key) => withheld('address') || option?.address?.[key] === 'never'
  return [
    ...simple.filter(withheld),
    ...Object.keys(addressKeys)
      .filter(inAddress)
      .map((key) => `address.${addressKeys[key]}`),
  ]
}

function valueAt(details, path) {
  return path.split('.').reduce((value, key) => value?.[key], details)
}
