// The operator's list: invoices that the fallback leaves to a person, and letting one of them go on.

import type { Invoice, RestReason } from '../invoices/invoice.ts'
import type { Ports } from '../ports/ports.ts'
import { formatAmount } from '../words/format.ts'

const reasons: Readonly<Record<RestReason, string>> = {
  'runs spent': 'every run ended in vain; its customer can still pay it by hand',
  'refused for good': 'the amount, the currency or the account was refused: no card would do',
  'suspected fraud': 'the bank or Radar suspects fraud',
  'unexpected amount': 'what Stripe charged is not what was asked for',
  'key refused': 'an idempotency key met other bytes: a bug, please report it',
  'unknown for too long': 'its outcome is still unknown after 23 hours: look at the payment at Stripe',
  'payment canceled': 'its payment was cancelled at Stripe: void the invoice there and make another',
}

/** A line for each, oldest first. */
export async function reviewList({ store }: Pick<Ports, 'store'>): Promise<string[]> {
  const invoices = await store.invoices.inReview()
  return Promise.all(invoices.map((invoice) => lineOf(store, invoice)))
}

async function lineOf(store: Ports['store'], invoice: Invoice): Promise<string> {
  const company = await store.companies.byId(invoice.companyId)
  const amount = formatAmount('en', invoice.amountRemaining, invoice.currency)
  const { kind, why } = invoice.rest ?? { kind: 'review', why: null }
  const reason = why === null ? '' : `: ${reasons[why]}`
  return `${invoice.id}  ${invoice.number ?? ''}  ${company?.name ?? ''}  ${amount}  ${kind}${reason}`
}

/** From here on the fallback sees to it again, with what stopped it behind it. False where it was not on the list. */
export function letGoOn({ store }: Pick<Ports, 'store'>, invoiceId: string): Promise<boolean> {
  return store.invoices.reviewed(invoiceId)
}
