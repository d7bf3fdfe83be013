// Dates, amounts and names of countries as the reader's language writes them.

import type { Language } from '../company/company.ts'
import { countryCodes } from './countries.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' }
const dates = {
  en: new Intl.DateTimeFormat(locales.en, { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat(locales.fr, { dateStyle: 'long', timeZone: 'UTC' }),
}

const moments = {
  en: new Intl.DateTimeFormat(locales.en, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat(locales.fr, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
}

/** A moment's day, in UTC. */
export function formatDate(language: Language, at: number): string {
  return dates[language].format(at)
}

/** A moment, to the minute, in UTC. */
export function formatMoment(language: Language, at: number): string {
  return `${moments[language].format(at)} UTC`
}

/** `amount` in the currency's minor units, of which not every currency has a hundred. */
export function formatAmount(language: Language, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

/** Month and year as they stand on the card. */
export function formatExpiry({ month, year }: { month: number; year: number }): {
  text: string
  iso: string
} {
  const padded = String(month).padStart(2, '0')
  return { text: `${padded}/${year}`, iso: `${year}-${padded}` }
}

export interface Country {
  readonly code: string
  readonly name: string
}

const lists = new Map<Language, readonly Country[]>()

/** Every country that has an address, in the order of the language's alphabet. */
export function countries(language: Language): readonly Country[] {
  const known = lists.get(language)
  if (known) return known
  const names = new Intl.DisplayNames(locales[language], { type: 'region' })
  const list = countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, locales[language]))
  lists.set(language, list)
  return list
}
