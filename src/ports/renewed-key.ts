import type { Clock } from './clock.ts'
import { GatewayUnavailable } from './payment-gateway.ts'

const longestWait = 15_000
const pause = 500

/**
 * For acts that do no harm when they are done twice. Where the same act is under way, for whoever pressed first, its
 * answer is waited for. Stripe keeps the failures that it answered with under their key for a day: whoever tries
 * again in vain is given a key of this moment.
 */
export async function withRenewedKey<T>(
  clock: Clock,
  key: string,
  send: (key: string) => Promise<T>,
): Promise<T> {
  try {
    return await whenOthersAreDone(clock, () => send(key))
  } catch (error) {
    if (!(error instanceof GatewayUnavailable && error.answered)) throw error
    return send(`${key}/at/${clock.now()}`)
  }
}

async function whenOthersAreDone<T>(clock: Clock, send: () => Promise<T>): Promise<T> {
  const until = clock.now() + longestWait
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const underWay = error instanceof GatewayUnavailable && error.underWay
      if (!underWay || clock.now() >= until) throw error
      await clock.pause(pause)
    }
  }
}
