// 2: what we call paid, Stripe calls paid, and the other way round; the same amount, currency and customer.
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import type { AttemptRow, InvoiceRow } from '../books/ours.ts'
import type { Law } from './evidence.ts'

export const agreement: Law = ({ book, ours }) => {
  const rows = new Map(ours.invoices.map((row) => [row.id, row]))
  return book.flatMap((account) => {
    const row = rows.get(account.invoice)
    const attempts = ours.attempts.filter(({ invoice_id }) => invoice_id === account.invoice)
    return differences(account, row, attempts).map((what) => ({ invariant: 2, of: account.invoice, what }))
  })
}

function differences(account: InvoiceAccount, row: InvoiceRow | undefined, attempts: AttemptRow[]): string[] {
  if (account.status === 'draft') return []
  if (!row) return [`${account.status} at Stripe, unknown here`]
  const pairs: [string, unknown, unknown][] = [
    ['status', account.status, row.status],
    ['currency', account.currency, row.currency],
    ['customer', account.customer, row.customer],
    ['amount due', account.amountDue, row.amount_due],
    ['amount paid', account.amountPaid, row.amount_paid],
  ]
  const told = pairs.filter(([, there, here]) => there !== here)
  return [
    ...told.map(([name, there, here]) => `${name}: ${there} at Stripe, ${here} here`),
    ...charges(account, attempts),
  ]
}

function charges({ charges: taken }: InvoiceAccount, attempts: AttemptRow[]): string[] {
  const [there, here] = [
    taken.map(({ id }) => id),
    attempts.filter(({ outcome }) => outcome === 'paid').map(({ charge_id }) => charge_id),
  ]
  const missing = there.filter((id) => !here.includes(id)).map((id) => `no attempt here paid by ${id}`)
  const invented = here.filter((id) => id === null || !there.includes(id)).map((id) => `paid here by ${id}, which Stripe did not take`) // biome-ignore format: one thought
  return [...missing, ...invented]
}
