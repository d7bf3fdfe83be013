import { describe, expect, it } from 'vitest'
import { readFilter, type TypedFilter } from '../../src/activity/filter.ts'
import { actionsOf, kinds } from '../../src/activity/kinds.ts'
import { readPlace, writePlace } from '../../src/activity/place.ts'
import { day } from '../support/builders.ts'

const untyped: TypedFilter = { person: '', kind: '', result: '', from: '', to: '', before: '', after: '' }
const people = [{ id: 'alice', name: 'Alice Moreau' }]
const read = (typed: Partial<TypedFilter>) => readFilter({ ...untyped, ...typed }, people)
const place = { at: 1_700_000_000_000, id: '00000000-0000-4000-8000-00000000000a' }

describe('A filter', () => {
  it('that leaves nothing out asks for everything', () => {
    expect(read({})).toEqual({ filter: {}, next: null, faults: [] })
  })

  it('is read from what was chosen; the last day is in it', () => {
    const from = Date.UTC(2026, 1, 28)
    expect(
      read({ person: 'alice', kind: 'payments', result: 'refused', from: '2026-02-28', to: '2026-02-28' }),
    ).toEqual({
      filter: {
        by: { memberId: 'alice' },
        actions: ['charged', 'invoice paid'],
        result: 'refused',
        from,
        until: from + day,
      },
      next: null,
      faults: [],
    })
    expect([read({ person: 'guichet' }).filter.by, read({ person: 'stripe' }).filter.by]).toEqual([
      'guichet',
      'stripe',
    ])
  })

  it.each<[Partial<TypedFilter>, string]>([
    [{ person: 'charlie' }, 'person unknown'],
    [{ person: '__proto__' }, 'person unknown'],
    [{ kind: 'constructor' }, 'kind unknown'],
    [{ result: 'Done' }, 'result unknown'],
    [{ from: '2026-02-30' }, 'from malformed'],
    [{ from: '31/12/2026' }, 'from malformed'],
    [{ from: '+020261-1-1' }, 'from malformed'],
    [{ to: '2026-13-01' }, 'to malformed'],
    [{ to: 'today' }, 'to malformed'],
    [{ before: 'x' }, 'place malformed'],
    [{ after: Buffer.from('1.2').toString('base64url') }, 'place malformed'],
  ])('%j is left out, and said', (typed, fault) => {
    const { filter, next, faults } = read(typed)
    expect([filter, next, faults.map(({ field, why }) => `${field} ${why}`)]).toEqual([{}, null, [fault]])
  })

  it('keeps what is right beside what is wrong', () => {
    const { filter, faults } = read({
      person: 'nobody',
      result: 'done',
      from: '2026-03-01',
      to: '2026-02-01',
    })
    expect(filter).toEqual({ result: 'done', from: Date.UTC(2026, 2, 1) })
    expect(faults).toEqual([
      { field: 'person', why: 'unknown' },
      { field: 'to', why: 'backwards' },
    ])
  })

  it('goes on where its address says', () => {
    expect(read({ before: writePlace(place) }).next).toEqual({ than: place, side: 'older' })
    expect(read({ after: writePlace(place) }).next).toEqual({ than: place, side: 'newer' })
  })
})

it('a place is read as it was written, and nothing else is a place', () => {
  expect(readPlace(writePlace(place))).toEqual(place)
  expect(writePlace(place)).toMatch(/^[\w-]+$/)
  const wrong = [
    '',
    'a',
    `${place.at}.${place.id}`,
    writePlace({ ...place, id: "' or 1=1" }),
    writePlace({ ...place, at: -1 }),
  ]
  expect(wrong.map(readPlace)).toEqual(wrong.map(() => undefined))
})

it('each action is of one kind', () => {
  const all = kinds.flatMap(actionsOf)
  expect(new Set(all).size).toBe(all.length)
  expect(kinds.map((kind) => actionsOf(kind).length).every((count) => count > 0)).toBe(true)
})
