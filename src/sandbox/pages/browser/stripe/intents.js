// An intent, as the API shows it to a browser. What is asked here resolves to the intent or to { error },
// whatever becomes of the request.
import { refusalMessage } from '../card/refusals.js'
import { formEncoded } from './form-encoded.js'
import { intentId, kindOf } from './intent-kinds.js'

export function retrieveIntent(known) {
  return ask(known, `?${new URLSearchParams({ client_secret: known.clientSecret })}`)
}

export function confirmIntent(known, parameters) {
  const body = formEncoded({
    ...parameters,
    expected_payment_method_type: 'card',
    client_secret: known.clientSecret,
  })
  return ask(known, '/confirm', { method: 'POST', body })
}

async function ask({ origin, publishableKey, clientSecret, locale }, rest, request = {}) {
  const { object, result } = kindOf(clientSecret)
  const address = `${origin}/v1/${object}s/${encodeURIComponent(intentId(clientSecret))}${rest}`
  const headers = { Authorization: `Bearer ${publishableKey}` }
  try {
    const response = await fetch(address, {
      ...request,
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    if (response.status >= 500) return failure('api_error', locale)
    const body = await response.json()
    if (response.ok) return { [result]: body }
    return body.error ? { error: spoken(body.error, locale) } : failure('api_error', locale)
  } catch {
    return failure('api_connection_error', locale)
  }
}

function failure(type, locale) {
  return { error: { type, message: refusalMessage(locale, type) } }
}

// The API speaks English.
export function spoken(error, locale) {
  if (!/^fr\b/i.test(locale)) return error
  const message = refusalMessage(locale, error.code, error.decline_code)
  return message ? { ...error, message } : error
}
