import { confirmCardPayment, confirmPayment } from './confirm-payment.js'
import { confirmWithElement } from './confirm-with-element.js'
import { elementsGroup, resolvedLocale } from './elements-group.js'
import { IntegrationError } from './integration-error.js'
import { requireSecret } from './intent-kinds.js'
import { retrieveIntent } from './intents.js'
import { handleNextAction } from './next-action.js'
import { sandboxOrigin } from './sandbox-origin.js'

export function Stripe(publishableKey, { locale } = {}) {
  checkKey(publishableKey)
  const known = { origin: sandboxOrigin, publishableKey, locale: resolvedLocale(locale) }
  const retrieve = (method, title) => async (clientSecret) => {
    requireSecret(method, clientSecret, title)
    return retrieveIntent({ ...known, clientSecret })
  }
  return {
    elements: (options = {}) => elementsGroup(publishableKey, options, locale),
    confirmSetup: async (options) => confirmWithElement(known, 'stripe.confirmSetup', 'SetupIntent', options),
    confirmPayment: async (options) => confirmPayment(known, options),
    confirmCardPayment: async (...given) => confirmCardPayment(known, ...given),
    retrieveSetupIntent: retrieve('stripe.retrieveSetupIntent', 'SetupIntent'),
    retrievePaymentIntent: retrieve('stripe.retrievePaymentIntent', 'PaymentIntent'),
    async handleNextAction({ clientSecret } = {}) {
      requireSecret('stripe.handleNextAction', clientSecret)
      return handleNextAction({ ...known, clientSecret })
    },
    registerAppInfo() {},
    _registerWrapper() {},
  }
}

function checkKey(key) {
  if (typeof key !== 'string' || key === '') {
    throw new IntegrationError('Missing value for Stripe(): apiKey should be a string.')
  }
  if (key.startsWith('sk_')) {
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
    )
  }
  if (!key.startsWith('pk_')) throw new IntegrationError(`Invalid API Key provided: ${key}.`)
}

Stripe.version = 'endive'
