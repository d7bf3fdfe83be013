// The log as a table for other programs: times as ISO 8601 writes them, everything else in the reader's words.

import type { Language } from '../company/company.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { words } from '../words/words.ts'
import type { Entry } from './entry.ts'
import { type Names, resultIn, whatIn, whoIn, whyIn } from './names.ts'

export function logTable(
  language: Language,
  { entries, cut }: { readonly entries: readonly Entry[]; readonly cut: boolean },
  names: Names,
): string[][] {
  const t = words[language].activity
  const { at, who, what, result, why, address } = t.columns
  const table = [
    [at, who, what, result, why, address],
    ...entries.map((entry) => [
      new Date(entry.at).toISOString(),
      whoIn(language, names, entry),
      whatIn(language, names, entry),
      resultIn(language, entry).text,
      whyIn(language, entry) ?? '',
      entry.address ?? '',
    ]),
  ]
  const last = entries.at(-1)
  if (cut && last)
    table.push([t.cut(formatNumber(language, entries.length), formatMoment(language, last.at)), ...empty])
  return table
}

const empty = Array<string>(5).fill('')

/** Such as activity-log-2026-11-25.csv, the day in UTC. */
export function fileName(language: Language, now: number): string {
  return `${words[language].activity.file}-${new Date(now).toISOString().slice(0, 10)}.csv`
}
