import { confirmSetup } from './confirm-setup.js'
import { elementsGroup, resolvedLocale } from './elements-group.js'
import { IntegrationError } from './integration-error.js'
import { completeNextAction } from './next-action.js'
import { sandboxOrigin } from './sandbox-origin.js'
import { retrieveSetupIntent } from './setup-intents.js'

export function Stripe(publishableKey, { locale } = {}) {
  checkKey(publishableKey)
  const known = { origin: sandboxOrigin, publishableKey, locale: resolvedLocale(locale) }
  const retrieve = (clientSecret) => retrieveSetupIntent({ ...known, clientSecret })
  return {
    elements: (options = {}) => elementsGroup(publishableKey, options, locale),
    confirmSetup: async (options) => confirmSetup(known, options),
    retrieveSetupIntent: retrieve,
    async handleNextAction({ clientSecret }) {
      return completeNextAction({ ...known, clientSecret }, await retrieve(clientSecret))
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
