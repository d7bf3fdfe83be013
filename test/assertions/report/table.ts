// Cells of what was seen: one for each assertion and page, of all the times that the page was looked at.

import type { Assertions } from '../table/assertion.ts'
import type { Look } from './look.ts'

export type Verdict = 'met' | 'unmet' | 'n.a.' | 'missing'

export interface Table {
  readonly pages: readonly string[]
  verdict(assertion: number, page: string): Verdict
  count(verdict: Verdict): number
  /** Assertions and pages that say nothing, in words. */
  readonly gaps: readonly string[]
}

export function tableOf(looks: readonly Look[], assertions: Assertions, excused: readonly number[]): Table {
  const pages = [...new Set(looks.map(({ page }) => page))]
  const numbers = Object.keys(assertions).map(Number)
  const cells = new Map<string, Verdict>()
  const looksAt = Map.groupBy(looks, ({ page }) => page)
  for (const page of pages)
    for (const number of numbers)
      cells.set(`${number} ${page}`, verdictOf(number, assertions, looksAt.get(page) ?? []))

  const verdict = (assertion: number, page: string) => cells.get(`${assertion} ${page}`) ?? 'missing'
  const count = (wanted: Verdict) => [...cells.values()].filter((each) => each === wanted).length
  return { pages, verdict, count, gaps: gapsIn({ pages, verdict }, looks, assertions, excused) }
}

// What was seen once is seen: a page without JavaScript says nothing of arrow keys, and the same page with it does.
function verdictOf(number: number, assertions: Assertions, looks: readonly Look[]): Verdict {
  const seen = looks.map(({ findings }) => findings[number]).filter((faults) => faults !== undefined)
  const decided = seen.filter((faults) => faults !== null)
  if (decided.some((faults) => faults.length > 0)) return 'unmet'
  if (decided.length > 0) return 'met'
  return seen.length > 0 || assertions[number]?.scope === 'walks' ? 'n.a.' : 'missing'
}

function gapsIn(
  { pages, verdict }: Pick<Table, 'pages' | 'verdict'>,
  looks: readonly Look[],
  assertions: Assertions,
  excused: readonly number[],
): string[] {
  const numbers = Object.keys(assertions).map(Number)
  const missing = pages.flatMap((page) =>
    numbers
      .filter((number) => verdict(number, page) === 'missing')
      .map((number) => `${number} has no cell for “${page}”.`),
  )
  const idle = pages.filter((page) =>
    numbers.every((number) => !['met', 'unmet'].includes(verdict(number, page))),
  )
  const undecided = (['fr', 'en'] as const).flatMap((language) =>
    numbers
      .filter(
        (number) =>
          !excused.includes(number) &&
          !looks.some((look) => look.language === language && look.findings[number]),
      )
      .map((number) => `${number} was decided on no page in ${language}.`),
  )
  return [...missing, ...idle.map((page) => `No assertion looked at “${page}”.`), ...undecided]
}
