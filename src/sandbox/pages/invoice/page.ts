// An invoice and, while it is owed, the form that pays it.
import type Stripe from 'stripe'
import { document } from '../document.ts'
import { testCards } from '../hosted/test-cards.ts'
import type { Fault, Typed } from '../hosted/typed.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { written } from './amount.ts'
import { payForm } from './form.ts'
import { invoiceWords } from './words.ts'

interface InvoicePage {
  language: Language
  invoice: Stripe.Invoice
  /** May a card be typed now? Not while the bank thinks, and not when all is over. */
  state: 'payable' | 'processing' | 'paid' | 'void'
  typed: Typed
  faults: Fault[]
}

export function invoicePage({ language, invoice, state, typed, faults }: InvoicePage): string {
  const words = invoiceWords[language]
  const title = words.title(invoice.number ?? '')
  const due = written(invoice.amount_remaining, invoice.currency, language)
  const form = html`${faults.length > 0 && summary(words.problem, faults)}
<h2>${words.byCard}</h2>
${payForm(language, `/i/${invoice.id}`, words.pay(due), typed, faults)}
${testCards(language)}`
  return framed(
    language,
    faults.length > 0 ? `${words.error} ${words.problem}` : title,
    html`<h1>${title}</h1>
${lines(invoice, language)}
${state === 'payable' ? form : html`<p class="notice" role="status">${words[state]}</p>`}
<p><a href="/i/${invoice.id}/pdf">${words.download}</a></p>`,
  )
}

export function unknownPage(language: Language): string {
  const { unknown, unknownExplain } = invoiceWords[language]
  return framed(language, unknown, html`<h1>${unknown}</h1><p>${unknownExplain}</p>`)
}

function lines(invoice: Stripe.Invoice, language: Language): Html {
  const { what, amount, total, due } = invoiceWords[language]
  const money = (cents: number) => written(cents, invoice.currency, language)
  const row = (
    label: string,
    cents: number,
  ) => html`<tr><th scope="row">${label}</th><td>${money(cents)}</td></tr>
`
  return html`<table>
<thead><tr><th scope="col">${what}</th><th scope="col">${amount}</th></tr></thead>
<tbody>
${invoice.lines.data.map((line) => row(line.description || '—', line.amount))}${row(total, invoice.total)}${row(due, invoice.amount_remaining)}</tbody>
</table>`
}

function summary(problem: string, faults: Fault[]): Html {
  const items = faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>${problem}</h2>
<ul>${items}</ul>
</div>`
}

function framed(language: Language, title: string, content: Content): string {
  const { sandbox, honest } = invoiceWords[language]
  const body = html`<header class="sandbox"><p><img src="/sandbox/assets/marks/sandbox.svg" alt="" width="20" height="20"><strong>${sandbox}</strong> ${honest}</p></header>
<main class="hosted">
${content}
</main>`
  return document({ language, title, styles: ['pages', 'form'], kind: 'hosted-page', body })
}
