// Paying with a card that is saved already: nothing is typed, and only the bank may have a question.
import { comeBack, requireReturn } from './come-back.js'
import { confirmWithElement } from './confirm-with-element.js'
import { IntegrationError } from './integration-error.js'
import { requireSecret } from './intent-kinds.js'
import { confirmIntent } from './intents.js'
import { completeNextAction } from './next-action.js'

export async function confirmPayment(stripe, options) {
  const method = 'stripe.confirmPayment'
  if (options?.elements) return confirmWithElement(stripe, method, 'PaymentIntent', options)
  const { clientSecret, confirmParams = {}, redirect = 'always' } = options ?? {}
  requireSecret(method, clientSecret, 'PaymentIntent')
  requireReturn(method, confirmParams, redirect)
  const { payment_method, return_url } = confirmParams
  const known = { ...stripe, clientSecret }
  const confirmed = await confirmIntent(known, { payment_method, return_url, use_stripe_sdk: true })
  return comeBack(known, confirmed, return_url, redirect)
}

export async function confirmCardPayment(stripe, clientSecret, data = {}, { handleActions = true } = {}) {
  const { payment_method, return_url } = data
  requireSecret('stripe.confirmCardPayment', clientSecret, 'PaymentIntent')
  requireSavedCard(payment_method)
  const known = { ...stripe, clientSecret }
  // A page that handles the redirect by itself is given one.
  const use_stripe_sdk = handleActions || !return_url
  const confirmed = await confirmIntent(known, { payment_method, return_url, use_stripe_sdk })
  return handleActions ? completeNextAction(known, confirmed) : confirmed
}

function requireSavedCard(method) {
  if (method === undefined || typeof method === 'string') return
  throw new IntegrationError(
    'Invalid value for stripe.confirmCardPayment(): the sandbox has no Card Element, so payment_method must be the ' +
      'id of a PaymentMethod.',
  )
}
