import { expect, it } from 'vitest'
import type { NewEntry } from '../../src/activity/entry.ts'
import { onPage, readForFile, readPage } from '../../src/activity/read-log.ts'
import { day, noon } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

const entry: NewEntry = {
  companyId: 'atelier',
  memberId: 'alice',
  address: null,
  action: 'signed in',
  facts: {},
  result: 'done',
}

atDesk('The log', (fresh) => {
  async function filled(count: number) {
    const desk = await fresh()
    for (let at = 0; at < count; at += 1) await desk.store.activity.record([entry], noon + at)
    return desk.store.activity
  }

  it('is one page where it is short', async () => {
    const activity = await filled(onPage)
    const page = await readPage(activity, 'atelier', {}, null)
    expect([page.entries.length, page.newer, page.older]).toEqual([onPage, null, null])
  })

  it('is walked to its end and back to its beginning', async () => {
    const activity = await filled(2 * onPage + 1)
    const first = await readPage(activity, 'atelier', {}, null)
    const second = await readPage(
      activity,
      'atelier',
      {},
      first.older && { than: first.older, side: 'older' },
    )
    const third = await readPage(
      activity,
      'atelier',
      {},
      second.older && { than: second.older, side: 'older' },
    )
    expect([first, second, third].map(({ entries }) => entries.length)).toEqual([onPage, onPage, 1])
    expect([first.newer, third.older]).toEqual([null, null])
    const back = await readPage(activity, 'atelier', {}, third.newer && { than: third.newer, side: 'newer' })
    expect(back.entries).toEqual(second.entries)
    const begin = await readPage(activity, 'atelier', {}, back.newer && { than: back.newer, side: 'newer' })
    expect(begin).toEqual(first)
  })

  it('leads back from a page that is empty by now', async () => {
    const activity = await filled(1)
    const than = { at: noon - day, id: '0' }
    const page = await readPage(activity, 'atelier', {}, { than, side: 'older' })
    expect(page).toEqual({ entries: [], newer: than, older: null })
  })

  it('goes into a file whole, or says that it was cut', async () => {
    const activity = await filled(7)
    expect(await readForFile(activity, 'atelier', {}, 7)).toMatchObject({
      entries: { length: 7 },
      cut: false,
    })
    const { entries, cut } = await readForFile(activity, 'atelier', {}, 6)
    expect([entries.map(({ at }) => at - noon), cut]).toEqual([[6, 5, 4, 3, 2, 1], true])
  })

  it('of more entries than are read at once goes into a file in order', async () => {
    const desk = await fresh()
    for (let at = 0; at < 60; at += 1)
      await desk.store.activity.record(
        Array.from({ length: 20 }, () => entry),
        noon + at,
      )
    const { entries, cut } = await readForFile(desk.store.activity, 'atelier', {})
    expect([new Set(entries.map(({ id }) => id)).size, cut]).toEqual([1200, false])
    expect(entries).toEqual(await desk.store.activity.list('atelier', 2000))
  })
})
