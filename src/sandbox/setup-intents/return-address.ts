// Where a person goes after 3-D Secure, with what Stripe appends.
import type { Ledger } from '../ledger/ledger.ts'
import { setupFactsOf } from './setup-facts.ts'

export function returnAddress(ledger: Ledger, id: string): string | undefined {
  const intent = ledger.setupIntents.get(id)
  const returnUrl = intent && setupFactsOf(ledger, intent).returnUrl
  if (!intent || !returnUrl) return undefined
  const address = new URL(returnUrl)
  address.searchParams.set('setup_intent', intent.id)
  address.searchParams.set('setup_intent_client_secret', intent.client_secret ?? '')
  address.searchParams.set('redirect_status', redirectStatus(intent.status))
  return address.href
}

function redirectStatus(status: string): string {
  if (status === 'succeeded') return 'succeeded'
  return status === 'requires_payment_method' ? 'failed' : 'pending'
}
