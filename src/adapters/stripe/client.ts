import Stripe from 'stripe'

export interface StripeConnection {
  readonly secretKey: string
  /** Stripe's own address where it is undefined. */
  readonly apiUrl?: URL | undefined
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
}

export function connectToStripe({ secretKey, apiUrl, timeout }: StripeConnection): Stripe {
  return new Stripe(secretKey, {
    timeout,
    // Once more, with the same idempotency key, and then the person hears of it: they are waiting for the page.
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'Guichet' },
    ...(apiUrl && {
      host: apiUrl.hostname,
      port: Number(apiUrl.port || (apiUrl.protocol === 'https:' ? 443 : 80)),
      protocol: apiUrl.protocol === 'https:' ? 'https' : 'http',
    }),
  })
}
