// Addresses to send a person to.
import { invalidRequest } from '../errors/invalid-request.ts'
import { type Reader, text } from './reader.ts'

export const url: Reader<string> = (given, name) => {
  const address = text(given, name)
  if (/^[a-z][a-z0-9+.-]*:\/\/./i.test(address) && URL.canParse(address.replaceAll(/[{}]/g, ''))) {
    return address
  }
  throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name })
}
