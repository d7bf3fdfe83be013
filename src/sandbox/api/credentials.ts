// Who is calling: any `sk_test_…` is our account's secret key, any `pk_test_…` its publishable one.
import type { Request } from 'express'
import type { ApiError } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import type { Endpoint, KeyKind } from './endpoint.ts'

export interface Credentials {
  key: string
  kind: KeyKind
}

/** `keyInParameters` is how a browser may send its key. */
export function credentialsOf(request: Request, keyInParameters: unknown, endpoint: Endpoint): Credentials {
  const key = keyInHeader(request) ?? (typeof keyInParameters === 'string' ? keyInParameters : undefined)
  if (!key) throw noKey()
  if (/^sk_test_\w+$/.test(key)) return { key, kind: 'secret' }
  if (!/^pk_test_\w+$/.test(key)) throw unknownKey(key)
  if (endpoint.keys === 'secret') throw secretKeyNeeded()
  return { key, kind: 'publishable' }
}

function keyInHeader(request: Request): string | undefined {
  const [scheme, credentials = ''] = (request.get('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer') return credentials
  if (scheme?.toLowerCase() !== 'basic') return undefined
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0]
}

function noKey(): ApiError {
  return invalidRequest(
    'You did not provide an API key. You need to provide your API key in the Authorization header, using ' +
      "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See " +
      'https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.',
    { status: 401 },
  )
}

function unknownKey(key: string): ApiError {
  const shown = `${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`
  return invalidRequest(`Invalid API Key provided: ${shown}`, { status: 401 })
}

function secretKeyNeeded(): ApiError {
  return invalidRequest(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a ' +
      'list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    { status: 403, code: 'secret_key_required' },
  )
}
