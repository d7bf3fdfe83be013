import { grouped } from '../browser/card/brands.js'
import { type Html, html } from '../html.ts'
import { type Language, words } from '../words/language.ts'

type Effect = keyof (typeof words)['en']['effects']

const published: [string, Effect][] = [
  ['4242424242424242', 'visa'],
  ['5555555555554444', 'mastercard'],
  ['378282246310005', 'amex'],
  ['4000002500001001', 'coBranded'],
  ['4000000000000002', 'declined'],
  ['4000000000009995', 'insufficientFunds'],
  ['4000000000000069', 'expired'],
  ['4000000000000127', 'wrongCode'],
  ['4000000000000119', 'processingError'],
  ['4000000000000341', 'chargeFails'],
  ['4000002500003155', 'asksOnce'],
  ['4000002760003184', 'asksAlways'],
  ['4000000000000101', 'codeCheckFails'],
  ['4000000000000036', 'postalCheckFails'],
]

export function testCards(language: Language): Html {
  const { hosted, effects } = words[language]
  const rows = published.map(
    ([number, effect]) => html`<tr><th scope="row">${grouped(number)}</th><td>${effects[effect]}</td></tr>
`,
  )
  return html`<details>
<summary>${hosted.testCards}</summary>
<p>${hosted.testCardsExplain}</p>
<table>
<thead><tr><th scope="col">${hosted.number}</th><th scope="col">${hosted.effect}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</details>`
}
