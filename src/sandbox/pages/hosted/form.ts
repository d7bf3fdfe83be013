import { countryOptions } from '../country-options.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Language, words } from '../words/language.ts'
import type { Fault, FieldName, Typed } from './typed.ts'

export function form(language: Language, action: string, typed: Typed, faults: Fault[]): Html {
  const { card, hosted } = words[language]
  const field = fieldsWith(faults)
  const digits = html`inputmode="numeric"`
  return html`<form method="post" action="${action}" novalidate>
${field('cardNumber', card.number, (attributes) => input(attributes, 'cc-number', digits))}
<div class="pair">
${field('cardExpiry', card.expiry, (attributes) => input(attributes, 'cc-exp', digits, typed.cardExpiry), card.expiryHint)}
${field('cardCvc', card.code, (attributes) => input(attributes, 'cc-csc', digits), card.codeEither)}
</div>
${field('billingName', card.holder, (attributes) => input(attributes, 'cc-name', undefined, typed.billingName))}
<div class="pair">
${field('billingCountry', card.country, (attributes) => countryChoice(attributes, language, typed.billingCountry))}
${field('billingPostalCode', card.postalCode, (attributes) => input(attributes, 'postal-code', undefined, typed.billingPostalCode))}
</div>
<p class="consent">${hosted.consent}</p>
<button type="submit" class="primary">${hosted.save}</button>
</form>`
}

// A number or a code is never written back: `value` is given for the other fields only.
function input(attributes: Html, autocomplete: string, more?: Html, value = ''): Html {
  return html`<input ${attributes} type="text" autocomplete="${autocomplete}" ${more} spellcheck="false"${value && html` value="${value}"`}>`
}

function countryChoice(attributes: Html, language: Language, chosen: string): Html {
  return html`<select ${attributes} autocomplete="country">${countryOptions(language, chosen || undefined)}</select>`
}

function fieldsWith(faults: Fault[]) {
  return (name: FieldName, label: string, control: (attributes: Html) => Content, hint?: string): Html => {
    const fault = faults.find(({ field }) => field === name)
    const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
    const attributes = html`id="${name}" name="${name}"${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`}`
    return html`<div class="field">
<label for="${name}">${label}</label>
${control(attributes)}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${fault && html`<p class="fault" id="${name}-fault">${fault.message}</p>`}
</div>`
  }
}
