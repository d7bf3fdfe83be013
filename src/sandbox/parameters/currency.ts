// Currencies by their three letters, in any case; kept in lower case, as Stripe does.
import { invalidRequest } from '../errors/invalid-request.ts'
import { type Reader, text } from './reader.ts'

export const currency: Reader<string> = (given, name) => {
  const code = text(given, name).toLowerCase()
  if (/^[a-z]{3}$/.test(code)) return code
  throw invalidRequest(`Invalid currency: ${code}.`, { param: name })
}
