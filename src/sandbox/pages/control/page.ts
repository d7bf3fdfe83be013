// The control page: a person bills a customer, chooses how the cards behave and moves the clock.
import type Stripe from 'stripe'
import type { PanelCard, PanelInvoice } from '../../control/panel.ts'
import { document } from '../document.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { cardForms } from './cards.ts'
import { invoiceTable } from './invoices.ts'
import { controlWords } from './words.ts'

export interface ControlPage {
  language: Language
  /** Seconds since 1970. */
  now: number
  customers: Stripe.Customer[]
  customer: Stripe.Customer | undefined
  cards: PanelCard[]
  invoices: PanelInvoice[]
  amount: string
  wrong: boolean
}

export function controlPage(page: ControlPage): string {
  const { language, customer, wrong } = page
  const words = controlWords[language]
  const body = html`<header class="sandbox"><p><img src="/sandbox/assets/marks/sandbox.svg" alt="" width="20" height="20"><strong>${words.title}</strong> ${words.honest}</p></header>
<main>
<h1>${words.title}</h1>
${customer ? html`${chooser(page)}${billing(page)}` : html`<p>${words.noCustomer}</p>`}
${customer && section(words.invoices, invoiceTable(language, page.invoices))}
${customer && section(words.cards, cardForms(language, customer.id, page.cards))}
${section(words.clock, clock(page))}
</main>`
  const title = wrong ? `${words.error} ${words.wrong}` : words.title
  return document({ language, title, styles: ['pages', 'form'], kind: 'hosted-page', body })
}

function chooser({ language, customers, customer }: ControlPage): Html {
  const words = controlWords[language]
  const options = customers.map(
    ({ id, name, email }) =>
      html`<option value="${id}"${id === customer?.id && html` selected`}>${name || email || id}</option>`,
  )
  return html`<form method="get" action="/sandbox">
<div class="field"><label for="customer">${words.customer}</label>
<select id="customer" name="customer">${options}</select></div>
<button type="submit">${words.show}</button>
</form>`
}

function billing({ language, customer, amount, wrong }: ControlPage): Html {
  const words = controlWords[language]
  const fault = html`<p class="fault" id="amount-fault">${words.wrong}</p>`
  const invalid = html` aria-invalid="true" aria-describedby="amount-fault" autofocus`
  return section(
    words.bill,
    html`<form method="post" action="/sandbox/invoice" novalidate>
<input type="hidden" name="customer" value="${customer?.id}">
<div class="field"><label for="amount">${words.amount}</label>
<input id="amount" name="amount" type="text" inputmode="decimal" autocomplete="off" value="${amount}"${wrong && invalid}>
${wrong && fault}</div>
<div class="field"><label for="description">${words.description}</label>
<input id="description" name="description" type="text" autocomplete="off"></div>
<button type="submit" class="primary">${words.billNow}</button>
</form>`,
  )
}

function clock({ language, now, customer }: ControlPage): Html {
  const words = controlWords[language]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })
  const spans = Object.entries(words.spans).map(
    ([seconds, span]) => html`<option value="${seconds}">${span}</option>`,
  )
  return html`<p>${words.itIs} <strong>${format.format(now * 1000)} UTC</strong>. ${words.moves}</p>
<form method="post" action="/sandbox/clock">
<input type="hidden" name="customer" value="${customer?.id}">
<div class="field"><label for="seconds">${words.forward}</label>
<select id="seconds" name="seconds">${spans}</select></div>
<button type="submit">${words.move}</button>
</form>`
}

function section(title: string, content: Content): Html {
  return html`<section>
<h2>${title}</h2>
${content}
</section>
`
}
