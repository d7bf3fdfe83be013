// Stripe's validation errors, beside the fields; submitting moves the focus to the first.
import { codeFault, expiryFault, numberFault, postalCodeFault } from '../card/faults.js'
import { refusalMessage } from '../card/refusals.js'
import { askedInputs, inputs, isAsked, locale, showFault } from './fields.js'

const checks = {
  number: () => numberFault(inputs.number.value),
  expiry: () => expiryFault(inputs.expiry.value),
  cvc: () => codeFault(inputs.cvc.value, inputs.number.value),
  postalCode: () => postalCodeFault(inputs.postalCode.value, inputs.country.value),
}
const checked = Object.entries(checks)
const asLongAsAPress = 250

export function watchValidity() {
  for (const [name, faultOf] of checked) {
    const input = inputs[name]
    // An untouched field is not at fault yet; one that shows a fault is freed as soon as it is mended. Who leaves a
    // field by pressing a button below it has let go of it by then: a button that moves away under a finger is not
    // pressed.
    input.addEventListener('blur', () => {
      setTimeout(() => input.value && showFault(input, faultOf()), asLongAsAPress)
    })
    input.addEventListener('input', () => {
      if (input.hasAttribute('aria-invalid') && !faultOf()) showFault(input)
    })
  }
  inputs.country.addEventListener('change', () => showFault(inputs.postalCode))
}

export function validate() {
  const faults = checked
    .filter(([name]) => isAsked(inputs[name]))
    .map(([name, faultOf]) => ({ input: inputs[name], code: faultOf() }))
  for (const { input, code } of faults) showFault(input, code)
  const first = faults.find(({ code }) => code)
  if (!first) return {}
  first.input.focus()
  return {
    error: { type: 'validation_error', code: first.code, message: refusalMessage(locale, first.code) },
  }
}

export function isComplete() {
  return checked.every(([name, faultOf]) => !isAsked(inputs[name]) || !faultOf())
}

export function isEmpty() {
  return askedInputs().every((input) => input === inputs.country || input.value === '')
}
