// How each card behaves from now on, and whether the next payment takes its time.
import type { PanelCard } from '../../control/panel.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { behaviourWords } from './behaviour-words.ts'
import { controlWords } from './words.ts'

export function cardForms(language: Language, customer: string, cards: PanelCard[]): Html {
  const { noCard } = controlWords[language]
  const forms = cards.map((card) => cardForm(language, customer, card))
  return html`${forms.length > 0 ? forms : html`<p>${noCard}</p>`}${slowForm(language, customer)}`
}

function cardForm(language: Language, customer: string, { method, behaviour, isDefault }: PanelCard): Html {
  const words = controlWords[language]
  const known = behaviourWords[language]
  const options = Object.entries(known).map(
    ([name, label]) =>
      html`<option value="${name}"${name === behaviour && html` selected`}>${label}</option>`,
  )
  const other = html`<option value="${behaviour}" selected>${words.other}</option>`
  const name = `${method.card?.brand ?? ''} ${method.card?.last4 ?? ''}${isDefault ? ` (${words.default})` : ''}`
  return html`<form method="post" action="/sandbox/card">
<input type="hidden" name="customer" value="${customer}">
<input type="hidden" name="card" value="${method.id}">
<div class="field"><label for="${method.id}">${words.behaviour(name)}</label>
<select id="${method.id}" name="behaviour">${!(behaviour in known) && other}${options}</select></div>
<button type="submit" aria-describedby="${method.id}">${words.change}</button>
</form>`
}

function slowForm(language: Language, customer: string): Html {
  const { slow, slowSucceeds, slowFails, order } = controlWords[language]
  return html`<form method="post" action="/sandbox/slow">
<input type="hidden" name="customer" value="${customer}">
<div class="field"><label for="outcome">${slow}</label>
<select id="outcome" name="outcome"><option value="succeed">${slowSucceeds}</option><option value="fail">${slowFails}</option></select></div>
<button type="submit" aria-describedby="outcome">${order}</button>
</form>`
}
