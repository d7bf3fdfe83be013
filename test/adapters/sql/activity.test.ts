import { expect, it } from 'vitest'
import type { NewEntry } from '../../../src/activity/entry.ts'
import type { EntryFilter } from '../../../src/ports/activity.ts'
import { day, hour, minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const entry: NewEntry = {
  companyId: 'atelier',
  memberId: 'alice',
  address: '192.0.2.1',
  action: 'card added',
  facts: { card: { brand: 'visa', last4: '4242' } },
  result: 'done',
}
const byProgram = { memberId: null, address: null } as const

eachStore('Activity in a store', (fresh, behind) => {
  const kept = async (): Promise<number | null> =>
    (await behind().get<{ value: number }>("select value from marks where name = 'activity kept since'"))
      ?.value ?? null

  it('is told newest first, each company its own', async () => {
    const { activity } = await fresh()
    await activity.record([entry, { ...entry, companyId: 'brasserie', memberId: 'charlie' }], noon)
    await activity.record([{ ...entry, ...byProgram, action: 'card removed' }], noon + minute)
    const told = await activity.list('atelier', 10)
    expect(told.map(({ action, at, memberId }) => [action, at, memberId])).toEqual([
      ['card removed', noon + minute, null],
      ['card added', noon, 'alice'],
    ])
    expect(told[1]).toMatchObject(entry)
    expect(await activity.list('brasserie', 10)).toHaveLength(1)
  })

  it('of one moment is told in its order, however much it is', async () => {
    const { activity } = await fresh()
    const many = Array.from({ length: 45 }, (_, place) => ({ ...entry, facts: { place } }))
    await activity.record(many, noon)
    for (const facts of [{ place: 45 }, { place: 46 }]) await activity.record([{ ...entry, facts }], noon)
    const places = (await activity.list('atelier', 100)).map(({ facts }) => facts.place)
    expect(places).toEqual(Array.from({ length: 47 }, (_, at) => 46 - at))
  })

  it('is entered once for each occasion, whoever reports it', async () => {
    const { activity } = await fresh()
    const paid = { ...entry, ...byProgram, action: 'invoice paid', once: 'paid/in_1' } as const
    await activity.record([paid], noon)
    await Promise.all([activity.record([paid, paid], noon), activity.record([paid], noon + minute)])
    await activity.record([{ ...paid, companyId: 'brasserie' }], noon)
    expect(await activity.list('atelier', 10)).toHaveLength(1)
    expect(await activity.list('brasserie', 10)).toHaveLength(1)
  })

  it('names nobody who does not exist', async () => {
    const { activity } = await fresh()
    await expect(activity.record([{ ...entry, memberId: 'nobody' }], noon)).rejects.toThrow()
    await expect(activity.record([{ ...entry, companyId: 'nowhere' }], noon)).rejects.toThrow()
  })

  it.each<[string, EntryFilter, readonly number[]]>([
    ['a member', { by: { memberId: 'alice' } }, [3, 0]],
    ['the program', { by: 'guichet' }, [1]],
    ['Stripe', { by: 'stripe' }, [2]],
    ['some actions', { actions: ['charged', 'signed in'] }, [3, 1]],
    ['a result', { result: 'refused' }, [1]],
    ['days', { from: noon + hour, until: noon + 3 * hour }, [2, 1]],
    [
      'all at once',
      { by: { memberId: 'alice' }, actions: ['card added'], result: 'done', until: noon + 1 },
      [0],
    ],
    ['what there is none of', { by: { memberId: 'charlie' } }, []],
  ])('is found by %s', async (_what, filter, expected) => {
    const { activity } = await fresh()
    const entries: NewEntry[] = [
      entry,
      { ...entry, ...byProgram, action: 'charged', result: 'refused' },
      { ...entry, ...byProgram, action: 'default changed', facts: { by: 'stripe' } },
      { ...entry, action: 'signed in', result: 'unanswered' },
    ]
    for (const [at, each] of entries.entries()) await activity.record([each], noon + at * hour)
    await activity.record([{ ...entry, companyId: 'brasserie', memberId: 'charlie' }], noon)
    const found = await activity.find('atelier', filter, null, 10)
    expect(found.map(({ at }) => (at - noon) / hour)).toEqual(expected)
  })

  it('is read page after page without a gap or a repeat, though more is entered meanwhile', async () => {
    const { activity } = await fresh()
    // Many of one moment: then their ids alone tell them apart.
    for (const at of [noon, noon, noon + 1, noon + 2])
      await activity.record(
        Array.from({ length: 5 }, () => entry),
        at,
      )
    const before = (await activity.list('atelier', 100)).map(({ id }) => id)
    const seen: string[] = []
    let page = await activity.find('atelier', {}, null, 3)
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id))
      await activity.record([entry], noon + day + seen.length)
      const than = page.at(-1)
      page = than ? await activity.find('atelier', {}, { than, side: 'older' }, 3) : []
    }
    expect(seen).toEqual(before)
  })

  it('is read back towards the newest', async () => {
    const { activity } = await fresh()
    for (const at of [0, 1, 2, 3, 4]) await activity.record([entry], noon + at)
    const all = await activity.list('atelier', 10)
    const [, , third] = all
    if (!third) throw new Error('there are five')
    expect(await activity.find('atelier', {}, { than: third, side: 'newer' }, 1)).toEqual([all[1]])
    expect(await activity.find('atelier', {}, { than: third, side: 'newer' }, 5)).toEqual(all.slice(0, 2))
    expect(await activity.find('brasserie', {}, { than: third, side: 'newer' }, 5)).toEqual([])
  })

  it('knows by name who belongs to the company, and who left their mark there', async () => {
    const { activity } = await fresh()
    await activity.record(
      [
        { ...entry, memberId: 'charlie' },
        { ...entry, companyId: 'brasserie', memberId: 'bob' },
      ],
      noon,
    )
    await behind().run("delete from memberships where member_id = 'dan'")
    expect((await activity.people('atelier')).map(({ id }) => id)).toEqual(['alice', 'bob', 'charlie'])
    expect((await activity.people('brasserie')).map(({ name }) => name)).toEqual([
      'Bob Martin',
      'Charlie Renard',
    ])
    expect(await activity.named([])).toEqual([])
    expect(await activity.named(['dan', 'nobody'])).toEqual([{ id: 'dan', name: 'Dan Petit' }])
  })

  it('can neither be changed nor lost before its time, whoever asks the database to', async () => {
    const { activity, marks } = await fresh()
    await activity.record([entry], noon)
    await expect(behind().run("update activity set result = 'refused'")).rejects.toThrow()
    await expect(behind().run('delete from activity')).rejects.toThrow()
    await marks.write('activity kept since', noon)
    await expect(behind().run('delete from activity')).rejects.toThrow()
    expect(await activity.list('atelier', 10)).toHaveLength(1)
    await marks.write('activity kept since', noon + 1)
    await behind().run('delete from activity')
    expect(await activity.list('atelier', 10)).toEqual([])
  })

  it('goes once it is older than it is kept, some at a time, and the rest stays', async () => {
    const { activity } = await fresh()
    for (const at of [noon, noon + minute, noon + 2 * minute]) await activity.record([entry, entry], at)
    expect(await activity.keepSince(noon + 2 * minute)).toBe(noon + 2 * minute)
    const gone = [1, 2, 3].map(() => activity.prune(noon + 2 * minute, 3))
    expect((await Promise.all(gone)).sort()).toEqual([0, 1, 3])
    const left = (await activity.list('atelier', 10)).map(({ at }) => at)
    expect(left).toEqual([noon + 2 * minute, noon + 2 * minute])
    await expect(activity.prune(noon + 3 * minute, 3)).rejects.toThrow()
    expect(await activity.list('atelier', 10)).toHaveLength(2)
  })

  it('is kept since a moment that never goes back, whatever the clock says', async () => {
    const { activity } = await fresh()
    await activity.record([entry], noon)
    await activity.keepSince(noon + minute)
    for (const wanted of [noon - 400 * day, 0, noon, noon + minute])
      expect(await activity.keepSince(wanted)).toBe(noon + minute)
    expect(await kept()).toBe(noon + minute)
    await Promise.all([3, 5, 4].map((minutes) => activity.keepSince(noon + minutes * minute)))
    expect(await kept()).toBe(noon + 5 * minute)
  })

  it('loses a day at most each time that a clock is years ahead', async () => {
    const { activity } = await fresh()
    for (let at = 0; at < 10; at += 1) await activity.record([entry], noon + at * day)
    expect(await activity.keepSince(noon + 5 * 365 * day)).toBe(noon + day)
    expect(await activity.keepSince(noon + 5 * 365 * day)).toBe(noon + 2 * day)
  })

  it('is kept since now where there is nothing older to lose', async () => {
    const { activity } = await fresh()
    expect(await activity.keepSince(noon)).toBe(noon)
    await activity.record([entry], noon + 10 * day)
    expect(await activity.keepSince(noon + 9 * day)).toBe(noon + 9 * day)
  })
})
