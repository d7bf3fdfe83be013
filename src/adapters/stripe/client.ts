import Stripe from 'stripe'

export interface StripeConnection {
  readonly secretKey: string
  /** Stripe's own address where it is undefined. */
  readonly apiUrl?: URL | undefined
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
  /** Hears of each answer that was a failure: no bodies, no keys. */
  readonly report?: (failure: StripeFailure) => void
}

export interface StripeFailure {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly requestId: string
}

/** What the SDK says of an answer, as far as we listen. */
interface Answer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly request_id: string
}

export function connectToStripe({ secretKey, apiUrl, timeout, report }: StripeConnection): Stripe {
  const stripe = new Stripe(secretKey, {
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
  if (report) {
    stripe.on('response', ({ method, path, status, request_id }: Answer) => {
      if (status >= 400) report({ method, path: path.replace(/\?.*/, ''), status, requestId: request_id })
    })
  }
  return stripe
}
