// The log read a page at a time, or as much of it as goes into one file.

import type { Activity, EntryFilter, EntryPlace } from '../ports/activity.ts'
import type { Entry } from './entry.ts'
import type { ReadFilter } from './filter.ts'

export const onPage = 50
export const inFile = 10_000
const atOnce = 500

export interface LogPage {
  readonly entries: readonly Entry[]
  /** Behind which entry the next page on either side begins; null where there is none. */
  readonly newer: EntryPlace | null
  readonly older: EntryPlace | null
}

export async function readPage(
  activity: Activity,
  companyId: string,
  filter: EntryFilter,
  next: ReadFilter['next'],
): Promise<LogPage> {
  const found = await activity.find(companyId, filter, next, onPage + 1)
  const isNewer = next?.side === 'newer'
  // So near to the newest, that page is the first.
  if (isNewer && found.length <= onPage) return readPage(activity, companyId, filter, null)
  const entries = isNewer ? found.slice(1) : found.slice(0, onPage)
  const [first, last] = [entries[0] ?? null, entries.at(-1) ?? null]
  return {
    entries,
    newer: next ? (first ?? next.than) : null,
    older: isNewer || found.length > onPage ? last : null,
  }
}

/** `cut`: there are older ones, which are not in it. */
export async function readForFile(
  activity: Activity,
  companyId: string,
  filter: EntryFilter,
  most = inFile,
): Promise<{ entries: readonly Entry[]; cut: boolean }> {
  const entries: Entry[] = []
  for (;;) {
    const last = entries.at(-1)
    const limit = Math.min(atOnce, most + 1 - entries.length)
    const next = last ? ({ than: last, side: 'older' } as const) : null
    const found = await activity.find(companyId, filter, next, limit)
    entries.push(...found)
    if (entries.length > most) return { entries: entries.slice(0, most), cut: true }
    if (found.length < limit) return { entries, cut: false }
  }
}
