// The invoices of a company that could not be charged, as far as its pages speak of them.

import type { Ports } from '../ports/ports.ts'
import type { Attempt } from './attempt.ts'
import { nextNumber } from './fallback.ts'
import { type Invoice, isPayable } from './invoice.ts'

/** The oldest, with its attempts, and how many more there are; null where nothing is unpaid. */
export async function firstUnpaid(
  { store }: Pick<Ports, 'store'>,
  companyId: string,
): Promise<{ invoice: Invoice; attempts: readonly Attempt[]; others: number } | null> {
  const [invoice, ...others] = await store.invoices.unpaid(companyId)
  if (!invoice) return null
  const attempts = await store.invoices.attempts(companyId, invoice.id)
  return { invoice, attempts, others: others.length }
}

/** Those that could be paid by hand at this moment, with the number that the attempt would have. */
export async function payableNow(
  { store }: Pick<Ports, 'store'>,
  companyId: string,
): Promise<{ invoice: Invoice; number: number }[]> {
  const unpaid = await store.invoices.unpaid(companyId)
  const all = await Promise.all(
    unpaid.map(async (invoice) => ({
      invoice,
      attempts: await store.invoices.attempts(companyId, invoice.id),
    })),
  )
  return all
    .filter(({ invoice }) => isPayable(invoice))
    .map(({ invoice, attempts }) => ({ invoice, number: nextNumber(attempts) }))
}
