// Parameters are read by small functions that either give a typed value or refuse in Stripe's words.
import { emptyParameter, invalidRequest } from '../errors/invalid-request.ts'

/** `name` is the parameter as the caller wrote it, such as `card[exp_month]`. */
export type Reader<Value> = (given: unknown, name: string) => Value

export const text: Reader<string> = (given, name) => {
  if (typeof given !== 'string') throw invalidRequest(`Invalid string: ${show(given)}`, { param: name })
  if (given === '') throw emptyParameter(name)
  return given
}

/** An empty string unsets. */
export const clearableText: Reader<string | null> = (given, name) => (given === '' ? null : text(given, name))

/** Kept as it came, empty too. */
export const anyText: Reader<string> = (given, name) => {
  if (typeof given !== 'string') throw invalidRequest(`Invalid string: ${show(given)}`, { param: name })
  return given
}

export const integer: Reader<number> = (given, name) => {
  if (given === '') throw emptyParameter(name)
  if (typeof given === 'string' && /^-?\d{1,15}$/.test(given)) return Number(given)
  throw invalidRequest(`Invalid integer: ${show(given)}`, { code: 'parameter_invalid_integer', param: name })
}

export const flag: Reader<boolean> = (given, name) => {
  if (given === '') throw emptyParameter(name)
  if (given === 'true' || given === '1') return true
  if (given === 'false' || given === '0') return false
  throw invalidRequest(`Invalid boolean: ${show(given)}`, { param: name })
}

export function oneOf<const Choice extends string>(...choices: Choice[]): Reader<Choice> {
  return (given, name) => {
    if (given === '') throw emptyParameter(name)
    const choice = choices.find((known) => known === given)
    if (choice) return choice
    const last = choices.at(-1)
    const known = choices.length > 1 ? `one of ${choices.slice(0, -1).join(', ')}, or ${last}` : `${last}`
    throw invalidRequest(`Invalid ${name}: must be ${known}`, { param: name })
  }
}

function show(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given)
}
