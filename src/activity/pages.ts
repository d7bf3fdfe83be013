// The activity log as its page shows it.

import type { Language } from '../company/company.ts'
import type { EntryPlace, Person } from '../ports/activity.ts'
import { pageLinks } from '../web/page-links.ts'
import { paths } from '../web/paths.ts'
import type { ActivityRowView, ActivityView, DateFieldView, SelectView } from '../web/views.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { words } from '../words/words.ts'
import type { Entry } from './entry.ts'
import { type FilterFault, type FilterField, filterFields, results, type TypedFilter } from './filter.ts'
import { kinds } from './kinds.ts'
import { type Names, resultIn, whatIn, whoIn, whyIn } from './names.ts'
import { writePlace } from './place.ts'
import { inFile, type LogPage } from './read-log.ts'

export interface LogSituation {
  readonly page: LogPage
  readonly typed: TypedFilter
  readonly faults: readonly FilterFault[]
  /** Whom one may look for. */
  readonly people: readonly Person[]
  readonly names: Names
  readonly keptDays: number
}

export function activityView(language: Language, situation: LogSituation): ActivityView {
  const { page, typed, faults, keptDays } = situation
  const t = words[language].activity
  const chosen = filterFields.some((field) => typed[field] !== '')
  const isWhole = page.newer === null && page.older === null
  return {
    intro: t.intro(keptDays),
    faults: faults.map(({ field, why }) => ({
      id: field === 'place' ? 'log' : field,
      text: t.faults[`${field} ${why}`] ?? words[language].errorHeading,
    })),
    action: paths.activity,
    selects: selectsOf(language, situation),
    days: (['from', 'to'] as const).map((name) => dayField(language, situation, name)),
    clearHref: chosen ? paths.activity : null,
    rows: page.entries.map((entry) => rowView(language, situation.names, entry)),
    empty: chosen || !isWhole ? t.noneFound : t.empty,
    pages: pageLinks(
      t.pages,
      [page.newer && addressOf(typed, { after: page.newer }), t.newer],
      [page.older && addressOf(typed, { before: page.older }), t.older],
    ),
    csvHref: csvAddress(typed),
    csvHint: t.csvHint(formatNumber(language, inFile)),
  }
}

function rowView(language: Language, names: Names, entry: Entry): ActivityRowView {
  return {
    at: { text: formatMoment(language, entry.at), iso: new Date(entry.at).toISOString() },
    who: whoIn(language, names, entry),
    what: whatIn(language, names, entry),
    why: whyIn(language, entry),
    result: resultIn(language, entry),
    address: entry.address === null ? null : words[language].activity.from(entry.address),
  }
}

function selectsOf(language: Language, situation: LogSituation): SelectView[] {
  const { activity: t } = words[language]
  const people = [
    ...situation.people.map(({ id, name }) => ({ value: id, label: name || t.somebody })),
    { value: 'guichet', label: situation.names.product },
    { value: 'stripe', label: 'Stripe' },
  ]
  const ofKind = kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))
  const ofResult = results.map((result) => ({ value: result, label: t.results[result] }))
  return [
    select(language, situation, 'person', t.person, t.everyone, people),
    select(language, situation, 'kind', t.kind, t.allKinds, ofKind),
    select(language, situation, 'result', t.result, t.allResults, ofResult),
  ]
}

// What was asked for and is not there stands in the list all the same, so that nobody wonders what they typed.
function select(
  language: Language,
  { typed, faults }: LogSituation,
  name: FilterField,
  label: string,
  placeholder: string,
  offered: readonly { readonly value: string; readonly label: string }[],
): SelectView {
  const error = errorOf(language, faults, name)
  const asked = typed[name]
  const all = error === null ? offered : [...offered, { value: asked, label: asked }]
  const choices = all.map((choice) => ({ ...choice, chosen: choice.value === asked }))
  return { id: name, name, label, autocomplete: 'off', error, placeholder, choices }
}

function dayField(language: Language, { typed, faults }: LogSituation, name: 'from' | 'to'): DateFieldView {
  const t = words[language].activity
  const error = errorOf(language, faults, name)
  const label = name === 'from' ? t.firstDay : t.lastDay
  // A browser shows nothing in a field of dates that holds none.
  return { id: name, name, label, value: typed[name], type: error === null ? 'date' : 'text', error }
}

function errorOf(language: Language, faults: readonly FilterFault[], name: FilterField): string | null {
  const fault = faults.find(({ field }) => field === name)
  return fault ? (words[language].activity.faults[`${name} ${fault.why}`] ?? null) : null
}

/** Shareable: whoever of the company opens it sees the same. */
export function addressOf(
  typed: TypedFilter,
  place: { readonly before?: EntryPlace; readonly after?: EntryPlace } = {},
): string {
  const given = filterFields.map((field) => [field, typed[field]])
  const query = [
    ...given,
    ['before', place.before ? writePlace(place.before) : ''],
    ['after', place.after ? writePlace(place.after) : ''],
  ].filter(([, value]) => value !== '')
  return query.length === 0 ? paths.activity : `${paths.activity}?${new URLSearchParams(query)}`
}

function csvAddress(typed: TypedFilter): string {
  return addressOf(typed).replace(paths.activity, paths.activityCsv)
}
