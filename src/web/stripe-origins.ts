// Where Stripe's parts of a page come from. Source: Stripe's integration security guide.

export interface StripeOrigins {
  readonly script: readonly string[]
  readonly frame: readonly string[]
  readonly connect: readonly string[]
  readonly hostedPage: readonly string[]
}

const stripes: StripeOrigins = {
  script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connect: ['https://api.stripe.com'],
  hostedPage: ['https://checkout.stripe.com'],
}

/** Where another script stands in for Stripe's, its one origin stands in for all of these. */
export function stripeOrigins(scriptUrl: URL): StripeOrigins {
  if (scriptUrl.hostname === 'js.stripe.com') return stripes
  const origin = [scriptUrl.origin]
  return { script: origin, frame: origin, connect: origin, hostedPage: origin }
}
