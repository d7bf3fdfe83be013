// What stands on every settings page while an invoice is unpaid: which card failed, why, and what happens next.

import type { Language } from '../company/company.ts'
import type { Wallet } from '../payment-methods/wallet.ts'
import { paths } from '../web/paths.ts'
import type { NoticeView } from '../web/views.ts'
import { words } from '../words/words.ts'
import type { Attempt } from './attempt.ts'
import { type Invoice, isPayable, isUncertain } from './invoice.ts'
import { amountOf, attemptedName, invoiceName, refusalReason } from './names.ts'
import { invoiceView } from './pages.ts'

export interface Unpaid {
  /** The oldest. */
  readonly invoice: Invoice
  readonly attempts: readonly Attempt[]
  readonly wallet: Wallet
  readonly others: number
}

export function noticeView(language: Language, { invoice, attempts, wallet, others }: Unpaid): NoticeView {
  const t = words[language]
  const { next, confirmAction } = invoiceView(language, { invoice, attempts, wallet, looks: 0 })
  const said = t.invoices.notice
  const payable = isPayable(invoice)
  const heading = isUncertain(invoice) ? said.headingOfUncertain : said.heading
  return {
    heading: heading(invoiceName(t, invoice), amountOf(language, invoice, invoice.amountRemaining)),
    texts: [...whatFailed(language, attempts), ...next],
    href: paths.invoice(invoice.id),
    confirmAction,
    payHref: payable ? paths.payment(invoice.id) : null,
    addHref: payable ? paths.newPaymentMethod : null,
    more: others > 0 ? { text: said.others(others), href: paths.invoices } : null,
  }
}

// The default's refusal is the one that people can do something about, so it is said first and alone.
function whatFailed(language: Language, attempts: readonly Attempt[]): string[] {
  const t = words[language]
  const said = t.invoices.notice
  if (attempts.length === 0) return [said.noCard]
  const run = Math.max(...attempts.map((attempt) => attempt.run))
  const refused = attempts.find((attempt) => attempt.run === run && attempt.outcome === 'declined')
  return refused ? [said.failed(attemptedName(t, refused.card), refusalReason(t, refused.decline))] : []
}
