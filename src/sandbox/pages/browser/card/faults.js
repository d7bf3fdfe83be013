// What is wrong with what was typed, by Stripe's codes; undefined where nothing is.
import { brandOf, digitsOf } from './brands.js'
import { expiryOf } from './expiry.js'

export function numberFault(number) {
  const digits = digitsOf(number)
  const { lengths } = brandOf(digits)
  if (digits.length < Math.min(...lengths)) return 'incomplete_number'
  if (!passesLuhn(digits)) return 'invalid_number'
  return undefined
}

export function expiryFault(text, now = new Date()) {
  const expiry = expiryOf(text)
  if (!expiry) return 'incomplete_expiry'
  const { month, year } = expiry
  if (month < 1 || month > 12) return 'invalid_expiry_month'
  if (year < now.getFullYear()) return 'invalid_expiry_year_past'
  if (year === now.getFullYear() && month < now.getMonth() + 1) return 'invalid_expiry_month_past'
  if (year > now.getFullYear() + 50) return 'invalid_expiry_year'
  return undefined
}

export function codeFault(code, number) {
  return digitsOf(code).length < brandOf(number).codeLength ? 'incomplete_cvc' : undefined
}

// As Stripe does, a postal code is insisted on only where banks check it.
export function postalCodeFault(postalCode, country) {
  const expected = { US: /^\d{5}(-?\d{4})?$/, CA: /./, GB: /./ }[country]
  return !expected || expected.test(postalCode.trim()) ? undefined : 'incomplete_zip'
}

function passesLuhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
