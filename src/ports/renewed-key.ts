import type { Clock } from './clock.ts'
import { GatewayUnavailable } from './payment-gateway.ts'

/**
 * For acts that do no harm when they are done twice. Stripe keeps the failures that it answered with under their key
 * for a day: whoever tries again in vain is given a key of this moment.
 */
export async function withRenewedKey<T>(
  clock: Clock,
  key: string,
  send: (key: string) => Promise<T>,
): Promise<T> {
  try {
    return await send(key)
  } catch (error) {
    if (!(error instanceof GatewayUnavailable && error.answered)) throw error
    return send(`${key}/at/${clock.now()}`)
  }
}
