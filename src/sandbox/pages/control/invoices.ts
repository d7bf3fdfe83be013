// The customer's last invoices, with what was tried and a way to each one's own page.
import type { PanelInvoice } from '../../control/panel.ts'
import { type Html, html } from '../html.ts'
import { written } from '../invoice/amount.ts'
import type { Language } from '../words/language.ts'
import { controlWords } from './words.ts'

export function invoiceTable(language: Language, invoices: PanelInvoice[]): Html {
  const { noInvoice, number, status, attempts } = controlWords[language]
  if (invoices.length === 0) return html`<p>${noInvoice}</p>`
  return html`<table>
<thead><tr><th scope="col">${number}</th><th scope="col">${status}</th><th scope="col">${attempts}</th></tr></thead>
<tbody>
${invoices.map((one) => row(language, one))}</tbody>
</table>`
}

function row(language: Language, { invoice, attempts }: PanelInvoice): Html {
  const { statuses, results } = controlWords[language]
  const told = attempts.map(({ result, code }) => `${results[result]}${code ? ` (${code})` : ''}`)
  const known: Record<string, string> = statuses
  const amount = written(invoice.total, invoice.currency, language)
  const name = invoice.number ? html`<a href="/i/${invoice.id}">${invoice.number}</a>` : '—'
  return html`<tr><th scope="row">${name}<br>${amount}</th><td>${known[invoice.status ?? '']}</td><td>${told.join(', ') || '—'}</td></tr>
`
}
