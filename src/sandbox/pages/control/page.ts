// The control page: a person chooses how the cards behave, bills a customer, and sees which card pays.
import type Stripe from 'stripe'
import type { PanelInvoice } from '../../control/panel.ts'
import { document } from '../document.ts'
import { type Content, type Html, html } from '../html.ts'
import { type BillForm, billForm } from './bill-form.ts'
import { option } from './card-choices.ts'
import { clockForm } from './clock.ts'
import { invoiceList } from './invoices.ts'
import { controlWords } from './words.ts'

export interface ControlPage extends Omit<BillForm, 'customer'> {
  /** Seconds since 1970. */
  now: number
  customers: Stripe.Customer[]
  customer: Stripe.Customer | undefined
  invoices: PanelInvoice[]
  /** The application's address. */
  merchant: string | undefined
}

export function controlPage(page: ControlPage): string {
  const { language, customer, wrong, now } = page
  const words = controlWords[language]
  const body = html`${header(page)}
<main class="control">
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${customer ? chooser(page) : html`<p class="empty">${words.noCustomer}</p>`}
<div class="columns">
${customer && section('bill', words.try, billForm({ ...page, customer: customer.id }))}
${customer && invoices(page, customer)}
${section('clock', words.clock, clockForm(language, now, customer?.id))}
</div>
</main>`
  const title = `${wrong ? `${words.error} ${words.wrong}` : words.title} – ${words.sandbox}`
  return document({ language, title, styles: ['pages', 'form', 'control'], kind: 'hosted-page', body })
}

function header({ language, merchant }: ControlPage): Html {
  const words = controlWords[language]
  const back = html`<a href="${merchant}">${words.merchant}</a>`
  return html`<header class="sandbox wide"><p><img src="/sandbox/assets/marks/sandbox.svg" alt="" width="20" height="20"><strong>${words.sandbox}</strong> ${words.honest}</p>${merchant && back}</header>`
}

function chooser({ language, customers, customer }: ControlPage): Html {
  const words = controlWords[language]
  const options = customers.map(({ id, name, email }) => option(id, name || email || id, id === customer?.id))
  return html`<form method="get" action="/sandbox" class="inline">
<div class="field"><label for="customer">${words.customer}</label>
<select id="customer" name="customer">${options}</select></div>
<button type="submit">${words.show}</button>
</form>`
}

function invoices({ language, invoices }: ControlPage, { id }: Stripe.Customer): Html {
  const words = controlWords[language]
  const refresh = html`<a href="/sandbox?customer=${id}">${words.refresh}</a>`
  return html`<section class="done">
<div class="heading"><h2>${words.invoices}</h2>${refresh}</div>
${invoiceList(language, invoices)}
</section>
`
}

function section(name: 'bill' | 'clock', title: string, content: Content): Html {
  return html`<section class="sheet ${name}">
<h2>${title}</h2>
${content}
</section>
`
}
