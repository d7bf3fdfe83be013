import { refusalMessage } from '../card/refusals.js'

export function intentId(clientSecret) {
  return clientSecret.split('_secret_')[0]
}

// Resolves to { setupIntent } or { error }, whatever becomes of the request.
export async function retrieveSetupIntent({ origin, publishableKey, clientSecret, locale }) {
  const query = new URLSearchParams({ client_secret: clientSecret })
  const address = `${origin}/v1/setup_intents/${encodeURIComponent(intentId(clientSecret))}?${query}`
  return setupIntentFrom(address, { headers: { Authorization: `Bearer ${publishableKey}` } }, locale)
}

export async function setupIntentFrom(address, request, locale) {
  try {
    const response = await fetch(address, { ...request, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (response.status >= 500) return failure('api_error', locale)
    const body = await response.json()
    if (response.ok) return { setupIntent: body }
    return body.error ? { error: spoken(body.error, locale) } : failure('api_error', locale)
  } catch {
    return failure('api_connection_error', locale)
  }
}

export function failure(type, locale) {
  return { error: { type, message: refusalMessage(locale, type) } }
}

// The API speaks English.
export function spoken(error, locale) {
  if (!/^fr\b/i.test(locale)) return error
  const message = refusalMessage(locale, error.code, error.decline_code)
  return message ? { ...error, message } : error
}
