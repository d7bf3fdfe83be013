// Dates in the middle of a sentence: found again, so that machines can read them too.

import type { Language } from '../company/company.ts'
import { formatDate, formatMoment } from '../words/format.ts'

const patterns = { en: patternOf('en'), fr: patternOf('fr') }

/** Text as HTML, escaped, with a `<time>` around each date that `formatDate` or `formatMoment` wrote. */
export function dated(language: Language, text: string, escaped: (text: string) => string): string {
  const { dates, months } = patterns[language]
  let html = ''
  let end = 0
  for (const found of text.matchAll(dates)) {
    const [written, day = '', month = '', year, time] = found
    const iso = `${year}-${twoDigits((months.get(month) ?? 0) + 1)}-${twoDigits(Number(day))}`
    const moment = time === undefined ? iso : `${iso}T${time}Z`
    html += `${escaped(text.slice(end, found.index))}<time datetime="${moment}">${escaped(written)}</time>`
    end = found.index + written.length
  }
  return html + escaped(text.slice(end))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** As the two functions write them: the names of the months, long and short, are Intl's. */
function patternOf(language: Language): { dates: RegExp; months: ReadonlyMap<string, number> } {
  const months = new Map<string, number>()
  for (let month = 0; month < 12; month += 1)
    for (const write of [formatDate, formatMoment]) {
      const [, name = ''] = write(language, Date.UTC(2026, month, 3)).split(/[\s,]+/)
      months.set(name, month)
    }
  const names = [...months.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll('.', '\\.'))
  return {
    dates: new RegExp(
      `\\b(\\d{1,2})\u00a0(${names.join('|')})\u00a0(\\d{4})(?:, (\\d{2}:\\d{2})\u00a0UTC)?`,
      'g',
    ),
    months,
  }
}
