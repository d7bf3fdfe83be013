import { expect, it } from 'vitest'
import type { Inbox } from '../../../src/ports/store.ts'
import { anEvent, idsOf, minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

eachStore('The inbox of a store', (fresh) => {
  const withEvents = async (count: number): Promise<Inbox> => {
    const { inbox } = await fresh()
    // The later they were kept, the older they are.
    for (let age = 0; age < count; age++) {
      await inbox.keep(anEvent({ id: `evt_${age}`, createdAt: noon - age }), noon)
    }
    return inbox
  }

  it('keeps an event once, however often and at once it comes', async () => {
    const { inbox } = await fresh()
    const event = anEvent()
    const kept = await Promise.all([1, 2, 3, 4].map((later) => inbox.keep(event, noon + later)))
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await inbox.claim(noon + minute, minute, 20)).toEqual([{ ...event, attempts: 1 }])
  })

  it('keeps what an event does not tell as unknown', async () => {
    const { inbox } = await fresh()
    const bare = anEvent({ objectId: null, customerId: null })
    await inbox.keep(bare, noon)
    expect(await inbox.claim(noon, minute, 1)).toEqual([{ ...bare, attempts: 1 }])
  })

  it('hands out the oldest first, as many as asked for', async () => {
    const inbox = await withEvents(5)
    expect(idsOf(await inbox.claim(noon, minute, 2))).toEqual(['evt_4', 'evt_3'])
    expect(idsOf(await inbox.claim(noon, minute, 9))).toEqual(['evt_2', 'evt_1', 'evt_0'])
  })

  it('hands out an event to one alone', async () => {
    const inbox = await withEvents(60)
    const claims = await Promise.all(Array.from({ length: 8 }, () => inbox.claim(noon, minute, 7)))
    const ids = idsOf(claims.flat())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(7)
  })

  it('hands out all events in the end to many who claim them at once', async () => {
    const inbox = await withEvents(60)
    const claimed: string[] = []
    const work = async () => {
      // Whoever collides with another comes away with nothing once, and tries again.
      for (let nothing = 0; nothing < 20; ) {
        const events = await inbox.claim(noon, minute, 7)
        claimed.push(...idsOf(events))
        nothing = events.length === 0 ? nothing + 1 : 0
      }
    }
    await Promise.all(Array.from({ length: 4 }, work))
    expect([...claimed].sort()).toEqual(Array.from({ length: 60 }, (_, age) => `evt_${age}`).sort())
  })

  it('hands out an event again when its lease is over, and counts', async () => {
    const inbox = await withEvents(1)
    await inbox.claim(noon, minute, 1)
    expect(await inbox.claim(noon + minute - 1, minute, 1)).toEqual([])
    expect((await inbox.claim(noon + minute, minute, 1)).map(({ attempts }) => attempts)).toEqual([2])
  })

  it('hands out an event that failed at its next time, and no sooner', async () => {
    const inbox = await withEvents(1)
    await inbox.claim(noon, minute, 1)
    await inbox.failed('evt_0', 'x'.repeat(10_000), noon + 5)
    expect(await inbox.claim(noon + 4, minute, 1)).toEqual([])
    expect(idsOf(await inbox.claim(noon + 5, minute, 1))).toEqual(['evt_0'])
  })

  it('never hands out again what is done, and knows it when it comes again', async () => {
    const inbox = await withEvents(1)
    await inbox.claim(noon, minute, 1)
    await inbox.done('evt_0', noon)
    await inbox.failed('evt_0', 'late', noon)
    expect(await inbox.claim(noon * 2, minute, 1)).toEqual([])
    expect(await inbox.keep(anEvent({ id: 'evt_0' }), noon * 2)).toBe(false)
  })
})
