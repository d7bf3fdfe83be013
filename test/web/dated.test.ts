import { expect, it } from 'vitest'
import { dated } from '../../src/web/dated.ts'
import { formatDate, formatMoment } from '../../src/words/format.ts'

const escaped = (text: string) => text.replaceAll('<', '&lt;')
const day = 24 * 60 * 60_000

it.each(['en', 'fr'] as const)('every day of a year and every moment is found again (%s)', (language) => {
  for (let at = Date.UTC(2027, 11, 31, 23, 59); at > Date.UTC(2026, 11, 31); at -= day) {
    const [date, moment] = [formatDate(language, at), formatMoment(language, at)]
    const iso = new Date(at).toISOString()
    expect(dated(language, `<${date}, ${moment}.`, escaped)).toBe(
      `&lt;<time datetime="${iso.slice(0, 10)}">${date}</time>, <time datetime="${iso.slice(0, 16)}Z">${moment}</time>.`,
    )
  }
})

it('what is no date stays as it is', () => {
  expect(dated('en', '3 cards of <b>May</b> 2026', escaped)).toBe('3 cards of &lt;b>May&lt;/b> 2026')
})
