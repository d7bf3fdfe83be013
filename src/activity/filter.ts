// What somebody wants to see of the log, as typed, and what of it can be understood. What cannot is left out, and said.

import type { EntryFilter, EntryPlace, Person } from '../ports/activity.ts'
import type { Result } from './entry.ts'
import { actionsOf, kinds } from './kinds.ts'
import { readPlace } from './place.ts'

export const filterFields = ['person', 'kind', 'result', 'from', 'to'] as const
export type FilterField = (typeof filterFields)[number]

/** Empty where there is nothing to be left out for. */
export type TypedFilter = Readonly<Record<FilterField | 'before' | 'after', string>>

export const results: readonly Result[] = ['done', 'refused', 'unanswered']

export interface FilterFault {
  readonly field: FilterField | 'place'
  readonly why: 'unknown' | 'malformed' | 'backwards'
}

export interface ReadFilter {
  readonly filter: EntryFilter
  readonly next: { readonly than: EntryPlace; readonly side: 'older' | 'newer' } | null
  readonly faults: readonly FilterFault[]
}

const day = 24 * 60 * 60_000

export function readFilter(typed: TypedFilter, people: readonly Person[]): ReadFilter {
  const faults: FilterFault[] = []
  const unknown = (field: FilterField): undefined => {
    faults.push({ field, why: 'unknown' })
  }
  const by = typed.person === '' ? undefined : (personIn(typed.person, people) ?? unknown('person'))
  const kind = typed.kind === '' ? undefined : (kinds.find((each) => each === typed.kind) ?? unknown('kind'))
  const result =
    typed.result === '' ? undefined : (results.find((each) => each === typed.result) ?? unknown('result'))
  const { from, until } = readDays(typed, faults)
  const next = readNext(typed, faults)
  return {
    filter: {
      ...(by && { by }),
      ...(kind && { actions: actionsOf(kind) }),
      ...(result && { result }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    },
    next,
    faults,
  }
}

function personIn(typed: string, people: readonly Person[]): EntryFilter['by'] {
  if (typed === 'guichet' || typed === 'stripe') return typed
  return people.some(({ id }) => id === typed) ? { memberId: typed } : undefined
}

function readDays(
  { from: first, to: last }: TypedFilter,
  faults: FilterFault[],
): { from?: number | undefined; until?: number | undefined } {
  const [from, to] = [dayOf('from', first, faults), dayOf('to', last, faults)]
  const until = to === undefined ? undefined : to + day
  if (from === undefined || until === undefined || from < until) return { from, until }
  faults.push({ field: 'to', why: 'backwards' })
  return { from }
}

// A day as browsers send it, in UTC as all times are here.
function dayOf(field: 'from' | 'to', text: string, faults: FilterFault[]): number | undefined {
  if (text === '') return undefined
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Some take the 31st of a short month for the 1st of the next.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text)) return at
  faults.push({ field, why: 'malformed' })
  return undefined
}

function readNext({ before, after }: TypedFilter, faults: FilterFault[]): ReadFilter['next'] {
  const text = before || after
  if (text === '') return null
  const than = readPlace(text)
  if (than) return { than, side: before ? 'older' : 'newer' }
  faults.push({ field: 'place', why: 'malformed' })
  return null
}
