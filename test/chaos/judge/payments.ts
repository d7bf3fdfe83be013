// Guichet's requests to pay, and what became of them.
import type { LoggedRequest } from '../../../src/sandbox/api/request-log.ts'
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import type { SeenPayment } from '../processes/witness.ts'

export function byInvoice(payments: readonly SeenPayment[]): Map<string, SeenPayment[]> {
  const inOrder = payments.toSorted((one, other) => one.request.at - other.request.at)
  return Map.groupBy(inOrder, ({ invoice }) => invoice)
}

/** Stripe said what became of it, and was done with it by then. */
export function wasAnswered({ status, ended, fault }: LoggedRequest, by: number): boolean {
  if (status === null || ended === null || ended > by) return false
  // Neither a conflict nor a limit says anything of the payment; the answer of a proxy is not Stripe's.
  return status !== 409 && status !== 429 && fault !== '502'
}

/** Stripe's ledger has an attempt that came under the key. */
export function wasSeen(account: InvoiceAccount | undefined, key: string | null): boolean {
  return account?.attempts.some(({ idempotencyKey }) => idempotencyKey === key) ?? false
}
