// The customer's last invoices, newest first: what each is for, where it stands, and which cards were tried.
import type Stripe from 'stripe'
import type { PanelAttempt, PanelInvoice } from '../../control/panel.ts'
import { type Html, html } from '../html.ts'
import { written } from '../invoice/amount.ts'
import type { Language } from '../words/language.ts'
import { cardName } from './card-name.ts'
import { shortTime } from './clock.ts'
import { controlWords } from './words.ts'

export function invoiceList(language: Language, invoices: PanelInvoice[]): Html {
  if (invoices.length === 0) return html`<p class="empty">${controlWords[language].noInvoice}</p>`
  return html`<ul class="invoices">
${invoices.map((one) => invoiceItem(language, one))}</ul>`
}

function invoiceItem(language: Language, { invoice, attempts }: PanelInvoice): Html {
  const { attempts: label, noAttempt, next } = controlWords[language]
  const tried = html`<ol class="attempts" aria-label="${label}">
${attempts.map((attempt) => attemptItem(language, attempt))}</ol>`
  const again = invoice.status === 'open' && invoice.next_payment_attempt
  return html`<li class="invoice">
<h3><span>${written(invoice.total, invoice.currency, language)}</span> ${statusBadge(language, invoice)}</h3>
<p class="quiet">${aboutInvoice(language, invoice)}</p>
${attempts.length > 0 ? tried : html`<p class="quiet">${noAttempt}</p>`}
${again && html`<p class="quiet">${next(shortTime(language, again))}</p>`}
</li>
`
}

function statusBadge(language: Language, { status }: Stripe.Invoice): Html {
  const known: Record<string, string> = controlWords[language].statuses
  return html`<span class="badge ${status}">${known[status ?? '']}</span>`
}

function aboutInvoice(language: Language, invoice: Stripe.Invoice): Html {
  const what = invoice.lines.data[0]?.description
  const link = html`<a href="/i/${invoice.id}">${invoice.number}</a>, `
  return html`${what && `${what}, `}${invoice.number && link}${shortTime(language, invoice.created)}`
}

function attemptItem(language: Language, { method, result, code }: PanelAttempt): Html {
  const { results, removed } = controlWords[language]
  const why = html` <code>${code}</code>`
  return html`<li class="${result}">${method ? cardName(method) : removed} <span class="result">${results[result]}${code && why}</span></li>
`
}
