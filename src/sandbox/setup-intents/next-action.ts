// The step that is left to the cardholder: by a redirect, or by Stripe.js in the page.
import type Stripe from 'stripe'
import { letters } from '../ledger/ids.ts'

export interface Way {
  returnUrl: string | null
  /** Stripe.js shows the question itself. */
  useStripeSdk: boolean
}

export function authenticationStep(
  origin: string,
  intent: Stripe.SetupIntent,
  { returnUrl, useStripeSdk }: Way,
): Stripe.SetupIntent.NextAction {
  const url = `${origin}/sandbox/3ds/${intent.id}`
  if (!useStripeSdk) return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
  return {
    type: 'use_stripe_sdk',
    use_stripe_sdk: {
      type: 'three_d_secure_redirect',
      source: `src_1${letters(23)}`,
      stripe_js: url,
      known_frame_issues: 'false',
    },
  }
}
