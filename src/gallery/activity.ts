// The activity log in its states: one entry of each action, and what goes wrong with filters.

import type { Entry } from '../activity/entry.ts'
import type { FilterFault, TypedFilter } from '../activity/filter.ts'
import { activityView, type LogSituation } from '../activity/pages.ts'
import type { Language } from '../company/company.ts'
import { ours } from '../theme.ts'
import type { Views } from '../web/views.ts'
import { en } from '../words/en.ts'

const now = Date.UTC(2026, 10, 23, 9)
const hour = 60 * 60_000
const [alice, bob, gone] = ['alice', 'bob', 'gone']
const names = new Map([[alice, 'Alice Martin'], [bob, 'Bob Leroy']]) // biome-ignore format: a pair a side
const people = [...names].map(([id, name]) => ({ id, name }))
const card = { brand: 'visa', last4: '4242' }
const other = { brand: 'mastercard', last4: '4444' }
const invoice = { id: 'in_1', number: 'LUM-0001', amount: 4900, currency: 'eur' }

const untyped: TypedFilter = { person: '', kind: '', result: '', from: '', to: '', before: '', after: '' }

let made = 0

function entry(action: Entry['action'], changes: Partial<Entry> = {}): Entry {
  made += 1
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const common = {
    companyId: 'atelier',
    memberId: alice,
    address: '192.0.2.1',
    facts: {},
    result: 'done',
  } as const
  return { ...common, id, at: now - made * hour, action, ...changes }
}

const some: readonly Entry[] = [
  entry('invoice paid', { memberId: null, address: null, facts: { invoice, card: other } }),
  entry('charged', { memberId: null, address: null, facts: { invoice, card: other } }),
  entry('charged', {
    memberId: null,
    address: null,
    facts: { invoice, card, why: 'insufficient_funds', by: 'stripe' },
    result: 'refused',
  }),
  entry('default changed', {
    memberId: bob,
    facts: { card: other, cardBefore: card },
    address: '2001:db8::8a2e:370:7334',
  }),
  entry('billing details changed', { result: 'unanswered' }),
  entry('sign-in failed', { memberId: gone, result: 'refused' }),
]

// Every action there are words for, each with all that it may have to name.
const all: readonly Entry[] = (Object.keys(en.activity.said) as Entry['action'][]).map((action) =>
  entry(action, {
    facts: {
      card,
      cardBefore: other,
      defaultNow: other,
      invoice,
      memberId: bob,
      role: 'administrator',
      roleBefore: 'billing',
      place: 2,
    },
  }),
)

function situation(entries: readonly Entry[], changes: Partial<LogSituation> = {}): LogSituation {
  const page = { entries, newer: null, older: null }
  return {
    page,
    typed: untyped,
    faults: [],
    people,
    names: { people: names, product: ours },
    keptDays: 400,
    ...changes,
  }
}

const wrong: TypedFilter = {
  ...untyped,
  person: 'nobody',
  kind: 'all',
  result: 'fine',
  from: '31/12/2026',
  to: 'today',
}
const faults: readonly FilterFault[] = [
  { field: 'person', why: 'unknown' },
  { field: 'kind', why: 'unknown' },
  { field: 'result', why: 'unknown' },
  { field: 'from', why: 'malformed' },
  { field: 'to', why: 'malformed' },
  { field: 'place', why: 'malformed' },
]
const between = { newer: { at: now, id: 'a' }, older: { at: now - 6 * hour, id: 'b' } }

const situations = {
  empty: situation([]),
  'some entries': situation(some),
  'every action': situation(all),
  'in the middle': situation(some.slice(0, 2), { page: { entries: some.slice(0, 2), ...between } }),
  'nothing found': situation([], {
    typed: { ...untyped, kind: 'cards', from: '2026-11-01', to: '2026-11-23' },
  }),
  'days the wrong way round': situation(some.slice(0, 1), {
    typed: { ...untyped, from: '2026-11-23', to: '2026-11-01' },
    faults: [{ field: 'to', why: 'backwards' }],
  }),
  'wrong filters': situation(some.slice(0, 1), { typed: wrong, faults }),
}

export const activityExamples: Readonly<Record<string, (language: Language) => Views['activity/list']>> =
  Object.fromEntries(
    Object.entries(situations).map(([state, each]) => [
      state,
      (language: Language) => ({ page: activityView(language, each) }),
    ]),
  )
