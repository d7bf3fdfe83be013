// A card that Stripe tells of before whoever added it is back with us: Stripe is asked whose setup it came from, so that
// the log can say who added it.

import type { Company } from '../company/company.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Setup } from '../ports/store.ts'
import type { CardFacts } from './payment-method.ts'

export async function learnWhoBegan(
  ports: Ports,
  company: Company,
  added: readonly CardFacts[],
): Promise<void> {
  const unknown = new Set(added.map((method) => method.id))
  try {
    for (const setup of await ports.store.setups.begun(company.id)) {
      if (unknown.size === 0) return
      const paymentMethodId = await cardOf(ports, setup)
      if (paymentMethodId === null || !unknown.delete(paymentMethodId)) continue
      await ports.store.setups.name(setup.id, { paymentMethodId })
    }
  } catch (error) {
    // The wallet is to be right even where the log cannot say who it was.
    if (!(error instanceof GatewayUnavailable)) throw error
  }
}

async function cardOf({ gateway }: Ports, { setupIntentId, sessionId }: Setup): Promise<string | null> {
  const id = setupIntentId ?? (sessionId && (await setupOf({ gateway }, sessionId)))
  const atStripe = id ? await gateway.setup(id) : 'missing'
  return atStripe === 'missing' ? null : atStripe.paymentMethodId
}

async function setupOf({ gateway }: Pick<Ports, 'gateway'>, sessionId: string): Promise<string | null> {
  const session = await gateway.hostedSetup(sessionId)
  return session === 'missing' ? null : session.setupIntentId
}
