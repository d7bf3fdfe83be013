import { document } from '../document.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Language, words } from '../words/language.ts'
import { form } from './form.ts'
import { testCards } from './test-cards.ts'
import type { Fault, Typed } from './typed.ts'

interface FormPage {
  language: Language
  action: string
  cancelUrl: string | null
  typed: Typed
  faults: Fault[]
}

const brands = ['visa', 'mastercard', 'amex']
const brandNames = 'Visa, Mastercard, American Express, Cartes Bancaires'

export function formPage({ language, action, cancelUrl, typed, faults }: FormPage): string {
  const { hosted } = words[language]
  const title = faults.length > 0 ? `${hosted.error} ${hosted.problem}` : hosted.title
  return hostedPage(
    language,
    title,
    html`${faults.length > 0 && summary(language, faults)}
<h1>${hosted.title}</h1>
<p class="brands"><span>${hosted.brands} ${brandNames}</span> ${brands.map(mark)}</p>
${form(language, action, typed, faults)}
${cancelUrl && html`<p><a href="${cancelUrl}">${hosted.back}</a></p>`}
${testCards(language)}`,
  )
}

interface LastPage {
  language: Language
  title: string
  explanation: string
  link?: { address: string; text: string } | undefined
}

export function lastPage({ language, title, explanation, link }: LastPage): string {
  return hostedPage(
    language,
    title,
    html`<h1>${title}</h1>
<p>${explanation}</p>
${link && html`<p><a href="${link.address}">${link.text}</a></p>`}`,
  )
}

function hostedPage(language: Language, title: string, content: Content): string {
  const { hosted } = words[language]
  const body = html`<header class="sandbox"><p><img src="/sandbox/assets/marks/sandbox.svg" alt="" width="20" height="20"><strong>${hosted.sandbox}</strong> ${hosted.honest}</p></header>
<main class="hosted">
${content}
</main>`
  return document({ language, title, styles: ['pages', 'form'], kind: 'hosted-page', body })
}

function summary(language: Language, faults: Fault[]): Html {
  const items = faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>${words[language].hosted.problem}</h2>
<ul>${items}</ul>
</div>`
}

function mark(brand: string): Html {
  return html`<img src="/sandbox/assets/marks/${brand}.svg" alt="" width="32" height="20">`
}
