import type { Fault, FieldName, Typed } from '../hosted/typed.ts'
import { type Html, html } from '../html.ts'
import { type Language, words } from '../words/language.ts'

interface Field {
  name: FieldName
  label: string
  autocomplete: string
  hint?: string
  /** A number or a code is never written back. */
  value?: string
}

export function payForm(
  language: Language,
  action: string,
  button: string,
  typed: Typed,
  faults: Fault[],
): Html {
  const { card } = words[language]
  const fields: Field[] = [
    { name: 'cardNumber', label: card.number, autocomplete: 'cc-number' },
    {
      name: 'cardExpiry',
      label: card.expiry,
      autocomplete: 'cc-exp',
      hint: card.expiryHint,
      value: typed.cardExpiry,
    },
    { name: 'cardCvc', label: card.code, autocomplete: 'cc-csc', hint: card.codeEither },
    { name: 'billingName', label: card.holder, autocomplete: 'cc-name', value: typed.billingName },
  ]
  return html`<form method="post" action="${action}" novalidate>
${fields.map((one) =>
  field(
    one,
    faults.find((fault) => fault.field === one.name),
  ),
)}
<button type="submit" class="primary">${button}</button>
</form>`
}

function field({ name, label, autocomplete, hint, value }: Field, fault: Fault | undefined): Html {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  const digits = name !== 'billingName' && html` inputmode="numeric"`
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" autocomplete="${autocomplete}"${digits}${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`} spellcheck="false"${value && html` value="${value}"`}>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${fault && html`<p class="fault" id="${name}-fault">${fault.message}</p>`}
</div>`
}
