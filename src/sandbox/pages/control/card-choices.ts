// How each card behaves from now on, and whether the next bank takes its time.
import type { PanelCard } from '../../control/panel.ts'
import type { Processing } from '../../setup-intents/processing.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { behaviourWords } from './behaviour-words.ts'
import { cardName } from './card-name.ts'
import { controlWords } from './words.ts'

export function cardChoices(language: Language, cards: PanelCard[]): Html {
  if (cards.length === 0) return html`<p>${controlWords[language].noCard}</p>`
  return html`<fieldset><legend>${controlWords[language].behaviour}</legend>
${cards.map((card) => cardChoice(language, card))}</fieldset>
`
}

function cardChoice(language: Language, { method, behaviour, isDefault }: PanelCard): Html {
  const words = controlWords[language]
  const known = behaviourWords[language]
  const other = !(behaviour in known) && option(behaviour, words.other, true)
  const options = Object.entries(known).map(([name, label]) => option(name, label, name === behaviour))
  const badge = html` <span class="badge">${words.default}</span>`
  return html`<div class="field"><label for="${method.id}">${cardName(method)}${isDefault && badge}</label>
<select id="${method.id}" name="${method.id}">${other}${options}</select></div>
`
}

export function bankChoice(language: Language, order: Processing): Html {
  const words = controlWords[language]
  const chosen = order.times > 0 ? order.outcome : 'at_once'
  const answers = { at_once: words.atOnce, succeed: words.slowSucceeds, fail: words.slowFails }
  const options = Object.entries(answers).map(([name, label]) => option(name, label, name === chosen))
  return html`<div class="field"><label for="bank">${words.bank}</label>
<select id="bank" name="bank">${options}</select></div>
`
}

export function option(value: string, label: string, selected = false): Html {
  return html`<option value="${value}"${selected && html` selected`}>${label}</option>`
}
