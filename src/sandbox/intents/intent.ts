// Setup intents and payment intents are alike where their holder is concerned: the secret, the question, the way back.
import type Stripe from 'stripe'

export type Intent = Pick<
  Stripe.SetupIntent | Stripe.PaymentIntent,
  'id' | 'object' | 'client_secret' | 'status'
>

const titles = { setup_intent: 'SetupIntent', payment_intent: 'PaymentIntent' }

/** As Stripe's messages call it. */
export function titleOf({ object }: Intent): string {
  return titles[object]
}
