// Stripe's keys: all of them, or none for the sandbox.

import { isPlaceholder } from './config-secrets.ts'
import { type Fault, list, readUrl, type Value } from './config-values.ts'

export interface StripeKeys {
  readonly secretKey: string
  readonly publishableKey: string
  readonly webhookSecrets: readonly string[]
  readonly apiUrl: URL | undefined
  readonly scriptUrl: URL
  readonly livemode: boolean
}

const stripeNames = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const
/** Stripe's own, in the release that the SDK's API version belongs to. */
const stripeScript = 'https://js.stripe.com/endive/stripe.js'

export function readStripe(value: Value, production: boolean, fault: Fault): StripeKeys | undefined {
  const missing = stripeNames.filter((name) => value(name) === undefined)
  if (missing.length === stripeNames.length) return undefined
  for (const name of missing) fault(`${name} is missing, while other Stripe keys are set.`)
  const secretKey = value('STRIPE_SECRET_KEY') ?? ''
  const publishableKey = value('STRIPE_PUBLISHABLE_KEY') ?? ''
  const webhookSecrets = list(value('STRIPE_WEBHOOK_SECRET'))
  if (secretKey && !/^(sk|rk)_(test|live)_./.test(secretKey))
    fault('STRIPE_SECRET_KEY is no secret key of Stripe’s.')
  if (publishableKey && !/^pk_(test|live)_./.test(publishableKey)) {
    fault('STRIPE_PUBLISHABLE_KEY is no publishable key of Stripe’s.')
  }
  for (const name of stripeNames) {
    if (isPlaceholder(value(name) ?? '')) fault(`${name} stands for a key of yours, and is none.`)
  }
  const livemode = secretKey.includes('_live_')
  if (secretKey && publishableKey && livemode !== publishableKey.includes('_live_')) {
    fault('STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY: one is for tests and the other is live.')
  }
  const givesNone = value('STRIPE_WEBHOOK_SECRET') !== undefined && webhookSecrets.length === 0
  if (givesNone || webhookSecrets.some((secret) => !/^whsec_.{8,}/.test(secret))) {
    fault('STRIPE_WEBHOOK_SECRET: each one starts with whsec_.')
  }
  const apiUrl = readUrl(value, 'STRIPE_API_URL', fault)
  const scriptUrl = readUrl(value, 'STRIPE_JS_URL', fault)
  if (livemode && (apiUrl || scriptUrl)) fault('STRIPE_API_URL and STRIPE_JS_URL do not go with live keys.')
  else if (production && (apiUrl || scriptUrl))
    fault('STRIPE_API_URL and STRIPE_JS_URL are not for production.')
  return {
    secretKey,
    publishableKey,
    webhookSecrets,
    apiUrl,
    scriptUrl: scriptUrl ?? new URL(stripeScript),
    livemode,
  }
}
