import { countriesIn, likelyCountry } from './countries.ts'
import { type Html, html } from './html.ts'
import type { Language } from './words/language.ts'

export function countryOptions(language: Language, chosen = likelyCountry(language)): Html[] {
  return countriesIn(language).map(
    ({ code, name }) => html`<option value="${code}"${code === chosen && html` selected`}>${name}</option>`,
  )
}
