// What the sandbox keeps of a payment intent beside what the API shows.
import type { Ledger } from '../ledger/ledger.ts'

export interface PaymentFacts {
  /** 'facts_' and the payment intent's id. */
  id: string
  returnUrl: string | null
  /** How often it was confirmed. */
  confirmations: number
  /** While it is processing: how it ends, and when (milliseconds since 1970), if by itself. */
  settles: { outcome: 'succeed' | 'fail'; at: number | null } | null
}

export function paymentFactsOf(ledger: Ledger, intent: string): PaymentFacts {
  const id = `facts_${intent}`
  return (
    ledger.paymentFacts.get(id) ??
    ledger.paymentFacts.add({ id, returnUrl: null, confirmations: 0, settles: null })
  )
}
