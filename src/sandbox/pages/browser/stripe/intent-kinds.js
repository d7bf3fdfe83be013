// What sets payment intents apart from setup intents: their names, and nothing else here.
import { IntegrationError } from './integration-error.js'

const kinds = {
  seti: {
    title: 'SetupIntent',
    object: 'setup_intent',
    result: 'setupIntent',
    lastError: 'last_setup_error',
  },
  pi: {
    title: 'PaymentIntent',
    object: 'payment_intent',
    result: 'paymentIntent',
    lastError: 'last_payment_error',
  },
}

export const secretForm = /^\w+_secret_\w+$/

export function intentId(clientSecret) {
  return clientSecret.split('_secret_')[0]
}

export function kindOf(clientSecret) {
  return clientSecret.startsWith('pi_') ? kinds.pi : kinds.seti
}

export function requireSecret(method, clientSecret, title) {
  if (!clientSecret) {
    throw new IntegrationError(
      `Missing value for ${method} intent secret: value should be a client_secret string.`,
    )
  }
  const invalid = `Invalid value for ${method} intent secret: value should be a`
  if (typeof clientSecret !== 'string' || !secretForm.test(clientSecret)) {
    throw new IntegrationError(
      `${invalid} client secret of the form \${id}_secret_\${secret}. You specified: ${clientSecret}.`,
    )
  }
  const given = kindOf(clientSecret).title
  if (title && given !== title) {
    throw new IntegrationError(`${invalid} ${title} client secret. You specified: a ${given} client secret.`)
  }
}
