// The table as people read it: a row for each page, a column for each assertion.

import type { Assertions } from '../table/assertion.ts'
import { type Look, unmet } from './look.ts'
import type { Table, Verdict } from './table.ts'

const signs: Readonly<Record<Verdict, string>> = { met: '+', unmet: 'X', 'n.a.': '.', missing: '?' }

export function asText(table: Table, looks: readonly Look[], assertions: Assertions): string {
  const numbers = Object.keys(assertions).map(Number)
  const width = Math.max(0, ...table.pages.map(({ length }) => length))
  const digit = (at: number) => numbers.map((number) => String(number).padStart(2).at(at)).join('')
  const rows = table.pages.map(
    (page) =>
      `${page.padEnd(width)}  ${numbers.map((number) => signs[table.verdict(number, page)]).join('')}`,
  )
  const faults = looks.flatMap((look) => unmet(look).map((line) => `${look.page} (${look.seen}), ${line}`))
  const about = numbers.map((number) => {
    const { text = '', elsewhere = '' } = assertions[number] ?? {}
    const says = (verdict: Verdict) =>
      table.pages.filter((page) => table.verdict(number, page) === verdict).length
    const reason = says('n.a.') > 0 ? `; ${says('n.a.')} n.a.: ${elsewhere}` : ''
    return `${String(number).padStart(2)}  ${text}: ${says('met')} met, ${says('unmet')} unmet${reason}`
  })
  return [
    '+ met, X unmet, . n.a., ? missing',
    '',
    `${' '.repeat(width)}  ${digit(0)}`,
    `${'page'.padEnd(width)}  ${digit(1)}`,
    ...rows,
    '',
    ...about,
    ...(faults.length > 0 ? ['', 'Unmet:', ...faults] : []),
    ...(table.gaps.length > 0 ? ['', 'Missing:', ...table.gaps] : []),
  ].join('\n')
}
