// The list of invoices, and the story of one.

import type { Language } from '../company/company.ts'
import { cardNameView } from '../payment-methods/names.ts'
import type { Wallet } from '../payment-methods/wallet.ts'
import { pageLinks } from '../web/page-links.ts'
import { paths } from '../web/paths.ts'
import type { AmountsView, AttemptView, InvoicesView, InvoiceView } from '../web/views.ts'
import { formatMoment } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import type { Attempt } from './attempt.ts'
import { waitsForCardholder } from './card-standing.ts'
import { nextNumber } from './fallback.ts'
import { type Invoice, isOwed, isPayable, isUncertain } from './invoice.ts'
import { amountOf, invoiceName, refusalReason, resultView, stateOf, timeView } from './names.ts'
import { whatIsNext } from './next-page.ts'

/** `at`: which page of them this is, from 1 on. */
export function invoicesView(
  language: Language,
  invoices: readonly Invoice[],
  { at, isLast }: { readonly at: number; readonly isLast: boolean },
): InvoicesView {
  const t = words[language]
  if (invoices.length === 0) return { invoices: null, pages: null }
  const rows = invoices.map((invoice) => ({
    href: paths.invoice(invoice.id),
    name: invoiceName(t, invoice),
    state: stateOf(t, invoice),
    date: timeView(language, issuedAt(invoice)),
    amount: amountOf(language, invoice, invoice.amountDue),
  }))
  const heads = { name: t.invoices.one(null), state: t.invoices.status, date: t.invoices.date }
  return {
    invoices: { caption: t.invoices.list, heads, rows, total: null },
    pages: pageLinks(
      t.invoices.pages,
      [at > 1 ? pageHref(at - 1) : null, t.invoices.previousPage],
      [isLast ? null : pageHref(at + 1), t.invoices.nextPage],
    ),
  }
}

function pageHref(at: number): string {
  return at === 1 ? paths.invoices : `${paths.invoices}?page=${at}`
}

export interface InvoiceSituation {
  readonly invoice: Invoice
  readonly attempts: readonly Attempt[]
  readonly wallet: Wallet
  /** How often the page has looked whether its outcome is known. */
  readonly looks: number
}

const looksAtMost = 10

export function invoiceView(language: Language, situation: InvoiceSituation): InvoiceView {
  const t = words[language]
  const { invoice, attempts, wallet } = situation
  const amount = (minor: number): string => amountOf(language, invoice, minor)
  const asked = isPayable(invoice) ? waitsForCardholder(attempts, wallet) : undefined
  return {
    heading: invoiceName(t, invoice),
    amount: amount(invoice.amountDue),
    remaining: isOwed(invoice) && invoice.amountPaid > 0 ? amount(invoice.amountRemaining) : null,
    state: stateOf(t, invoice),
    issued: timeView(language, issuedAt(invoice)),
    due: invoice.dueAt === null ? null : timeView(language, invoice.dueAt),
    billed: billedView(language, t, invoice),
    story: attempts.map((attempt) => attemptView(language, t, attempt)),
    next: whatIsNext(language, situation),
    confirmAction: asked
      ? { href: paths.payment(invoice.id), card: asked.card.id, number: nextNumber(attempts) }
      : null,
    payHref: isPayable(invoice) ? paths.payment(invoice.id) : null,
    hostedHref: isPayable(invoice) ? invoice.hostedUrl : null,
    pdfHref: invoice.pdfUrl,
    backHref: paths.invoices,
    look: isUncertain(invoice) || isUnderWay(invoice) ? lookView(situation) : null,
  }
}

function billedView(language: Language, t: Words, invoice: Invoice): AmountsView {
  const rows = invoice.lines.map((line) => ({
    name: line.text || t.invoices.amount,
    href: null,
    state: null,
    date: null,
    amount: amountOf(language, invoice, line.amount),
  }))
  const heads = { name: t.invoices.line, state: null, date: null }
  return { caption: t.invoices.lines, heads, rows, total: amountOf(language, invoice, invoice.amountDue) }
}

function lookView({ invoice, looks }: InvoiceSituation): InvoiceView['look'] {
  const href = looks < looksAtMost ? paths.invoiceLook(invoice.id, looks + 1) : null
  return { href, refreshHref: paths.invoice(invoice.id) }
}

function issuedAt({ finalizedAt, createdAt }: Invoice): number {
  return finalizedAt ?? createdAt
}

function isUnderWay(invoice: Invoice): boolean {
  return isOwed(invoice) && invoice.isAutomatic && invoice.wasAttempted && invoice.rest === null
}

function attemptView(language: Language, t: Words, attempt: Attempt): AttemptView {
  return {
    at: { text: formatMoment(language, attempt.startedAt), iso: new Date(attempt.startedAt).toISOString() },
    card: cardNameView(t, attempt.card),
    result: resultView(t, attempt),
    by: t.invoices.by[attempt.madeBy],
    reason: attempt.outcome === 'declined' ? refusalReason(t, attempt.decline) : null,
  }
}
