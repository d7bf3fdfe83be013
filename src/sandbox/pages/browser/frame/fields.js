// The inputs, their messages, and which of them the merchant's page has left to us.
import { refusalMessage } from '../card/refusals.js'

const names = ['number', 'expiry', 'cvc', 'name', 'email', 'phone', 'country', 'postalCode']

export const locale = document.documentElement.lang
export const inputs = Object.fromEntries(
  names.map((name) => [name, document.getElementById(`Field-${name}Input`)]),
)

export function rowOf(input) {
  return input.closest('.field')
}

export function isAsked(input) {
  return !rowOf(input).hidden
}

export function askedInputs() {
  return names.map((name) => inputs[name]).filter(isAsked)
}

export function showFault(input, code) {
  const message = document.getElementById(input.id.replace('Input', 'Error'))
  message.textContent = code ? refusalMessage(locale, code) : ''
  if (code) input.setAttribute('aria-invalid', 'true')
  else input.removeAttribute('aria-invalid')
}
