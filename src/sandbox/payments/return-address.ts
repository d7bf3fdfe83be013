// Where a person goes after 3-D Secure, with what Stripe appends.
import type { Ledger } from '../ledger/ledger.ts'

export function returnAddress(ledger: Ledger, id: string): string | undefined {
  const intent = ledger.paymentIntents.get(id)
  const returnUrl = ledger.paymentFacts.get(`facts_${id}`)?.returnUrl
  if (!intent || !returnUrl) return undefined
  const address = new URL(returnUrl)
  address.searchParams.set('payment_intent', intent.id)
  address.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '')
  address.searchParams.set('redirect_status', redirectStatus(intent.status))
  return address.href
}

function redirectStatus(status: string): string {
  if (status === 'succeeded') return 'succeeded'
  return status === 'requires_payment_method' ? 'failed' : 'pending'
}
