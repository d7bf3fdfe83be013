// The whole trial in one form: the cards, the bank, the amount, and the button that begins it.
import type { Panel, PanelCard } from '../../control/panel.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { bankChoice, cardChoices } from './card-choices.ts'
import { controlWords } from './words.ts'

export interface BillForm {
  language: Language
  customer: string
  cards: PanelCard[]
  bank: ReturnType<Panel['settings']>['paymentProcessing']
  amount: string
  description: string
  wrong: boolean
}

export function billForm({ language, customer, cards, bank, ...typed }: BillForm): Html {
  const words = controlWords[language]
  const keep = html`<button type="submit" formaction="/sandbox/cards">${words.keep}</button>`
  return html`<form method="post" action="/sandbox/invoice" novalidate>
<input type="hidden" name="customer" value="${customer}">
${cardChoices(language, cards)}${cards.length > 0 && bankChoice(language, bank)}
<div class="pair">${amountField(language, typed)}
<div class="field"><label for="description">${words.description}</label>
<input id="description" name="description" type="text" autocomplete="off" value="${typed.description}"></div></div>
<button type="submit" class="primary">${words.bill}</button>
${cards.length > 0 && keep}
</form>`
}

function amountField(language: Language, { amount, wrong }: Pick<BillForm, 'amount' | 'wrong'>): Html {
  const words = controlWords[language]
  const fault = html`<p class="fault" id="amount-fault">${words.wrong}</p>`
  const invalid = html` aria-invalid="true" aria-describedby="amount-fault" autofocus`
  return html`<div class="field"><label for="amount">${words.amount}</label>
<input id="amount" name="amount" type="text" inputmode="decimal" autocomplete="off" value="${amount}"${wrong && invalid}>
${wrong && fault}</div>`
}
