// Without the client secret a publishable key sees nothing of an intent.
import { invalidRequest } from '../errors/invalid-request.ts'
import { type Intent, titleOf } from './intent.ts'

export function checkClientSecret(intent: Intent, secret: string): void {
  if (secret === intent.client_secret) return
  throw invalidRequest(
    `The client_secret provided does not match the client_secret associated with the ${titleOf(intent)}.`,
    { code: `${intent.object}_invalid_parameter`, param: 'client_secret' },
  )
}
