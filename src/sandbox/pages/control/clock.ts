import { type Html, html } from '../html.ts'
import type { Language } from '../words/language.ts'
import { option } from './card-choices.ts'
import { controlWords } from './words.ts'

export function clockForm(language: Language, now: number, customer: string | undefined): Html {
  const words = controlWords[language]
  const spans = Object.entries(words.spans).map(([seconds, span]) => option(seconds, span))
  return html`<p><strong>${longTime(language, now)}</strong></p>
<form method="post" action="/sandbox/clock" class="inline">
<input type="hidden" name="customer" value="${customer}">
<div class="field"><label for="seconds">${words.forward}</label>
<select id="seconds" name="seconds">${spans}</select></div>
<button type="submit">${words.move}</button>
</form>
<p class="hint">${words.moves}</p>`
}

function longTime(language: Language, seconds: number): string {
  return `${timeFormat(language, 'full').format(seconds * 1000)} UTC`
}

export function shortTime(language: Language, seconds: number): string {
  return `${timeFormat(language, 'medium').format(seconds * 1000)} UTC`
}

function timeFormat(language: Language, dateStyle: 'full' | 'medium'): Intl.DateTimeFormat {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: 'UTC' })
}
