// The step that is left to the cardholder: by a redirect, or by Stripe.js in the page.
import { letters } from '../ledger/ids.ts'
import type { Intent } from './intent.ts'

export interface Way {
  returnUrl: string | null
  /** Stripe.js shows the question itself. */
  useStripeSdk: boolean
}

export function authenticationStep(origin: string, intent: Intent, { returnUrl, useStripeSdk }: Way) {
  const url = `${origin}/sandbox/3ds/${intent.id}`
  if (!useStripeSdk)
    return { type: 'redirect_to_url' as const, redirect_to_url: { return_url: returnUrl, url } }
  return {
    type: 'use_stripe_sdk' as const,
    use_stripe_sdk: {
      type: 'three_d_secure_redirect' as const,
      source: `src_1${letters(23)}`,
      stripe_js: url,
      known_frame_issues: 'false' as const,
    },
  }
}
