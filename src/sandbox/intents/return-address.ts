// Where a person goes after 3-D Secure, with what Stripe appends.
import type { Intent } from './intent.ts'

/** Undefined where no return_url was given. */
export function returnAddress(
  intent: Intent | undefined,
  returnUrl: string | null | undefined,
): string | undefined {
  if (!intent || !returnUrl) return undefined
  const address = new URL(returnUrl)
  address.searchParams.set(intent.object, intent.id)
  address.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '')
  address.searchParams.set('redirect_status', redirectStatus(intent.status))
  return address.href
}

function redirectStatus(status: string): string {
  if (status === 'succeeded') return 'succeeded'
  return status === 'requires_payment_method' ? 'failed' : 'pending'
}
