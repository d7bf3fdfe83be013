// The `Stripe-Signature` header: https://docs.stripe.com/webhooks#verify-manually
import { createHmac } from 'node:crypto'

/** One `v1` for each secret, as while a secret is being rolled. */
export function signatureOf(payload: string, secrets: string[], timestamp: number): string {
  const signed = `${timestamp}.${payload}`
  const schemes = secrets.map((secret) => `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`)
  return [`t=${timestamp}`, ...schemes].join(',')
}
