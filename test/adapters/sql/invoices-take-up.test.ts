import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { day, hour, invoiceAtStripe, minute, noon, second } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, cards, declinedIn, lease, unpaidIn } from './unpaid-in-store.ts'

eachStore('Attempts without an answer in a store', (fresh) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)
  const takeUp = ({ invoices }: Store, now: number) => invoices.takeUp(now, now + 90 * second)

  it('are left to their sender until its lease ends, and counted as sent again from then on', async () => {
    const store = await ready()
    await begin(store)
    expect(await takeUp(store, lease - 1)).toBeNull()
    expect(await takeUp(store, lease)).toMatchObject({ id: attempt().id, tries: 2, body: attempt().body })
    expect(await takeUp(store, lease)).toBeNull()
    expect(await takeUp(store, lease + 90 * second)).toMatchObject({ tries: 3 })
  })

  it('are not taken up once they are settled', async () => {
    const store = await ready()
    await declinedIn(store)
    expect(await takeUp(store, lease + day)).toBeNull()
    await store.invoices.postpone(attempt().id, 'unknown', noon)
    expect(await takeUp(store, lease + day)).toBeNull()
    expect((await store.invoices.attempts('atelier', 'in_1'))[0]?.outcome).toBe('declined')
  })

  it('wait as long as they are postponed', async () => {
    const store = await ready()
    await begin(store)
    await store.invoices.postpone(attempt().id, 'pending', noon + 10 * minute)
    expect(await takeUp(store, noon + 10 * minute - 1)).toBeNull()
    expect(await takeUp(store, noon + 10 * minute)).toMatchObject({ outcome: 'pending' })
  })

  it('are each taken up by one alone of many', async () => {
    const ids = ['in_1', 'in_2', 'in_3', 'in_4']
    const store = await ready(...ids.slice(1))
    for (const [at, card] of cards.entries())
      await begin(store, { invoiceId: ids[at] ?? '', id: `of ${ids[at]}`, card })
    const taken: (string | undefined)[] = []
    for (let round = 0; round < ids.length; round++) {
      const attempts = await Promise.all(Array.from({ length: 8 }, () => takeUp(store, lease)))
      taken.push(...attempts.flatMap((one) => one?.id ?? []))
    }
    expect(taken.sort()).toEqual(ids.map((id) => `of ${id}`))
  })

  it('are taken up although the clock went back by days since they were sent', async () => {
    const store = await ready()
    await begin(store)
    expect(await takeUp(store, noon - 2 * day)).toMatchObject({ id: attempt().id })
    expect(await takeUp(store, noon - 2 * day)).toBeNull()
  })
})

eachStore('Invoices in a store that are due', (fresh) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)
  const due = async ({ invoices }: Store, now = noon, limit = 10) =>
    (await invoices.due(now, now + 90 * second, limit)).map(({ invoiceId }) => invoiceId).sort()

  it('are claimed one of a company at a time, and by one alone until the lease ends or they are released', async () => {
    const store = await ready('in_2', 'in_3')
    expect([await due(store), await due(store), await due(store)]).toEqual([['in_1'], ['in_2'], ['in_3']])
    expect(await due(store)).toEqual([])
    await store.invoices.release('in_2', noon)
    expect(await due(store)).toEqual(['in_2'])
    expect(await due(store, noon + 90 * second)).toEqual(['in_1'])
  })

  it('are claimed of several companies at once, the oldest first and as many as are asked for', async () => {
    const store = await ready('in_2')
    const older = invoiceAtStripe({ facts: { id: 'in_0', createdAt: noon - day } })
    await store.invoices.mirror('brasserie', older, noon, noon)
    expect(await due(store, noon, 1)).toEqual(['in_0'])
    await store.invoices.release('in_0', noon)
    expect(await due(store)).toEqual(['in_0', 'in_1'])
  })

  it('are claimed by one alone of many at once', async () => {
    const store = await ready('in_2', 'in_3')
    const claimed: string[] = []
    for (let round = 0; round < 3; round++)
      claimed.push(...(await Promise.all(Array.from({ length: 6 }, () => due(store)))).flat())
    expect(claimed.sort()).toEqual(['in_1', 'in_2', 'in_3'])
  })

  it('are claimed although they were leased before the clock went back', async () => {
    const store = await ready()
    await due(store)
    expect(await due(store, noon - 2 * day)).toEqual(['in_1'])
  })

  it('are none while an attempt is open', async () => {
    const store = await ready()
    await begin(store)
    expect(await due(store)).toEqual([])
  })

  describe('are those that rest', () => {
    it.each([
      ['next run', noon + hour, noon + hour, true],
      ['next run', noon + hour, noon + hour - 1, false],
      ['cardholder', noon + hour, noon + hour, true],
      ['cardholder', null, noon + 400 * day, false],
      ['processing', null, noon + 400 * day, false],
      ['stopped', null, noon + 400 * day, false],
      ['review', null, noon + 400 * day, false],
    ] as const)('for “%s” until %s, at %s: %s', async (kind, until, now, isDue) => {
      const store = await ready()
      await store.invoices.rest('atelier', 'in_1', { kind, why: null, run: 1, until }, [], noon)
      expect(await due(store, now)).toEqual(isDue ? ['in_1'] : [])
    })
  })
})
