// E-mail addresses; empty unsets.
import { invalidRequest } from '../errors/invalid-request.ts'
import { clearableText, type Reader } from './reader.ts'

export const email: Reader<string | null> = (given, name) => {
  const written = clearableText(given, name)
  if (written === null || /^[^\s@]+@[^\s@]+$/.test(written)) return written
  throw invalidRequest(`Invalid email address: ${written}`, { code: 'email_invalid', param: name })
}
