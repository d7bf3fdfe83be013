// The invoices of a company that could not be charged, as far as its pages speak of them.

import type { Wallet } from '../payment-methods/wallet.ts'
import type { Ports } from '../ports/ports.ts'
import type { Attempt } from './attempt.ts'
import { nextNumber } from './fallback.ts'
import { type Invoice, isPayable } from './invoice.ts'

/** The oldest, with its attempts and the cards that are there, and how many more there are; null where nothing is unpaid. */
export async function firstUnpaid(
  { store }: Pick<Ports, 'store'>,
  companyId: string,
): Promise<{ invoice: Invoice; attempts: readonly Attempt[]; wallet: Wallet; others: number } | null> {
  const [invoice, ...others] = await store.invoices.unpaid(companyId)
  if (!invoice) return null
  const attempts = await store.invoices.attempts(companyId, invoice.id)
  return { invoice, attempts, wallet: await store.wallets.of(companyId), others: others.length }
}

/** As many as one form can carry, and one request can wait for. */
const most = 20

/** The oldest that could be paid by hand at this moment, with the number that the attempt would have. */
export async function payableNow(
  { store }: Pick<Ports, 'store'>,
  companyId: string,
): Promise<{ invoice: Invoice; number: number }[]> {
  const payable = (await store.invoices.unpaid(companyId)).filter(isPayable).slice(0, most)
  return Promise.all(
    payable.map(async (invoice) => ({
      invoice,
      number: nextNumber(await store.invoices.attempts(companyId, invoice.id)),
    })),
  )
}
