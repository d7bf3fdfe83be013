import { expect, it } from 'vitest'
import type { NewEntry } from '../../src/activity/entry.ts'
import { pruneActivity } from '../../src/activity/prune.ts'
import { day, hour, noon } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const entry: NewEntry = {
  companyId: 'atelier',
  memberId: 'alice',
  address: null,
  action: 'signed in',
  facts: {},
  result: 'done',
}

atDesk('What is too old', (fresh) => {
  const left = async ({ store }: Desk) => (await store.activity.list('atelier', 5000)).length
  const prune = (desk: Desk) => pruneActivity(desk, 30, () => false)
  const mark = ({ store }: Desk) => store.marks.read('activity kept since')

  it('goes in as many goes as it takes, unless we stop', async () => {
    const desk = await fresh()
    await desk.store.activity.record(
      Array.from({ length: 1100 }, () => entry),
      noon,
    )
    await desk.store.activity.record([entry], noon + hour)
    desk.clock.pass(30 * day + 1)
    await pruneActivity(desk, 30, () => true)
    expect(await left(desk)).toBe(1101)
    await prune(desk)
    expect(await left(desk)).toBe(1)
  })

  it('goes day after day of the log where it has become much at once', async () => {
    const desk = await fresh()
    for (let at = 0; at < 10; at += 1) await desk.store.activity.record([entry], noon + at * day)
    desk.clock.pass(39 * day - hour)
    for (let times = 1; times <= 9; times += 1) {
      await prune(desk)
      expect(await left(desk)).toBe(10 - times)
    }
    await prune(desk)
    expect(await left(desk)).toBe(1)
  })

  it('is a day of the log at most, however many entries that are, where a clock is years ahead', async () => {
    const desk = await fresh()
    for (let at = 0; at < 4; at += 1)
      await desk.store.activity.record(
        Array.from({ length: 600 }, () => entry),
        noon + at * day,
      )
    desk.clock.pass(5 * 365 * day)
    await prune(desk)
    expect(await left(desk)).toBe(1800)
    // Set right, it loses nothing that is younger than its days, though the mark has gone ahead of them.
    desk.clock.pass(-5 * 365 * day + 4 * day)
    await prune(desk)
    expect(await left(desk)).toBe(1800)
    expect(await mark(desk)).toBe(noon + day)
  })

  it('is never younger than its days, at whatever moment it is looked for', async () => {
    const desk = await fresh()
    await desk.store.activity.record([entry], noon)
    for (let days = 0; days <= 30; days += 1) {
      await prune(desk)
      expect((await mark(desk)) ?? 0).toBeLessThanOrEqual(desk.clock.now() - 30 * day)
      expect(await left(desk)).toBe(1)
      desk.clock.pass(day)
    }
    await prune(desk)
    expect(await left(desk)).toBe(0)
  })
})
