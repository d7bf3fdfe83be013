// One attempt to hand over an event.
import { signatureOf } from './signature.ts'

// Stripe waits longer; nobody who answers from an inbox needs to.
const patience = 10_000

/** Was it answered with a 2xx? */
export async function post(
  url: string,
  payload: string,
  secrets: string[],
  timestamp: number,
  stopped: AbortSignal,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: payload,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': signatureOf(payload, secrets, timestamp),
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'Cache-Control': 'no-cache',
        Accept: '*/*; q=0.5, application/xml',
      },
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(patience)]),
    })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
