// What the merchant's page may settle: which billing fields are asked, and what they start with.
import { inputs, rowOf } from './fields.js'

const addressFields = ['country', 'postalCode']
const personalFields = ['name', 'email', 'phone']

export function applyFields(fields) {
  const option = fields?.billingDetails
  const withheld = (key) => option === 'never' || option?.[key] === 'never'
  for (const key of addressFields) {
    rowOf(inputs[key]).hidden = withheld('address') || option?.address?.[key] === 'never'
  }
  // As in Stripe's element, a card asks for these only where the page insists.
  for (const key of personalFields) rowOf(inputs[key]).hidden = option?.[key] !== 'always'
}

export function applyDefaults(defaultValues) {
  const { address = {}, ...person } = defaultValues?.billingDetails ?? {}
  const values = { ...person, country: address.country, postalCode: address.postal_code }
  for (const [key, value] of Object.entries(values)) {
    if (value && inputs[key] && !inputs[key].dataset.touched) inputs[key].value = value
  }
}

export function applyReadOnly(readOnly) {
  for (const input of Object.values(inputs)) {
    if (input.localName === 'select') input.disabled = Boolean(readOnly)
    else input.readOnly = Boolean(readOnly)
  }
}
