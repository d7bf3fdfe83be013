// What the sandbox keeps of a setup intent beside what the API shows.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'

export interface SetupFacts {
  /** 'facts_' and the setup intent's id. */
  id: string
  returnUrl: string | null
  /** While it is processing: how it ends, and when (milliseconds since 1970), if by itself. */
  settles: { outcome: 'succeed' | 'fail'; at: number | null } | null
}

export function setupFactsOf(ledger: Ledger, intent: Stripe.SetupIntent): SetupFacts {
  const facts = ledger.setupFacts.get(`facts_${intent.id}`)
  if (!facts) throw new Error(`Nothing is known of ${intent.id}.`)
  return facts
}

export function newSetupFacts(intent: Stripe.SetupIntent): SetupFacts {
  return { id: `facts_${intent.id}`, returnUrl: null, settles: null }
}
