import { expect, it } from 'vitest'
import type { NewEntry } from '../../../src/activity/entry.ts'
import { minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const entry: NewEntry = {
  companyId: 'atelier',
  memberId: 'alice',
  address: '192.0.2.1',
  action: 'card added',
  facts: { card: { brand: 'visa', last4: '4242' } },
  result: 'done',
}

eachStore('Activity in a store', (fresh, behind) => {
  it('is told newest first, each company its own', async () => {
    const { activity } = await fresh()
    await activity.record([entry, { ...entry, companyId: 'brasserie', memberId: 'charlie' }], noon)
    await activity.record(
      [{ ...entry, action: 'card removed', memberId: null, address: null }],
      noon + minute,
    )
    const told = await activity.list('atelier', 10)
    expect(told.map(({ action, at, memberId }) => [action, at, memberId])).toEqual([
      ['card removed', noon + minute, null],
      ['card added', noon, 'alice'],
    ])
    expect(told[1]).toMatchObject(entry)
    expect(await activity.list('brasserie', 10)).toHaveLength(1)
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
})
