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
  return onOneLine(dates[language].format(at))
}

/** A moment, to the minute, in UTC. */
export function formatMoment(language: Language, at: number): string {
  return `${onOneLine(moments[language].format(at))}\u00a0UTC`
}

// A date is one word to its reader; a time may follow on another line.
function onOneLine(moment: string): string {
  const [date = '', ...rest] = moment.split(',')
  return [date.replaceAll(' ', '\u00a0'), ...rest].join(',')
}

const waits = {
  en: new Intl.RelativeTimeFormat(locales.en),
  fr: new Intl.RelativeTimeFormat(locales.fr),
}

/** From now to then: in 40 seconds, in 3 minutes; an hour and more with the moment itself. Never too short. */
export function formatWait(language: Language, then: number, now: number): string {
  const seconds = Math.max(1, Math.ceil((then - now) / 1000))
  if (seconds < 60) return waits[language].format(seconds, 'second')
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return waits[language].format(minutes, 'minute')
  const upToTheMinute = Math.ceil(then / 60_000) * 60_000
  return `${waits[language].format(Math.ceil(minutes / 60), 'hour')} (${formatMoment(language, upToTheMinute)})`
}

const numbers = { en: new Intl.NumberFormat(locales.en), fr: new Intl.NumberFormat(locales.fr) }

export function formatNumber(language: Language, number: number): string {
  return numbers[language].format(number)
}

// Stripe counts in hundredths what Intl writes without decimals, unless it is one of these.
// Source: https://docs.stripe.com/currencies#zero-decimal and #three-decimal
const inWholes = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const inThousandths = new Set('BHD JOD KWD OMR TND'.split(' '))

/** `amount` in the currency's minor units as Stripe counts them. */
export function formatAmount(language: Language, amount: number, currency: string): string {
  const code = currency.toUpperCase()
  const digits = inWholes.has(code) ? 0 : inThousandths.has(code) ? 3 : 2
  const usual = new Intl.NumberFormat(locales[language], { style: 'currency', currency })
  const shown = usual.resolvedOptions().maximumFractionDigits ?? digits
  const isWhole = amount % 10 ** digits === 0
  // Nothing that is owed is rounded away.
  const format =
    shown >= digits || isWhole
      ? usual
      : new Intl.NumberFormat(locales[language], {
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
        })
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
