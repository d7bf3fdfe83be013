import { expect, it } from 'vitest'
import { consentIn } from '../../../src/payment-methods/consent.ts'
import type { Store } from '../../../src/ports/store.ts'
import { aSetup, bob, hour, idsOf, minute, noon, second } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

eachStore('The setups of a store', (fresh) => {
  const opened = async (): Promise<Store> => {
    const store = await fresh()
    await store.setups.begin(aSetup())
    return store
  }

  it('are found by their id in their own company alone', async () => {
    const { setups } = await opened()
    expect(await setups.byId('atelier', 'atelier/first')).toEqual(aSetup())
    expect(await setups.byId('brasserie', 'atelier/first')).toBeNull()
    expect(await setups.byId('atelier', 'unknown')).toBeNull()
  })

  it('stay as they are when they are begun again', async () => {
    const { setups } = await opened()
    await setups.name('atelier/first', { setupIntentId: 'seti_1' })
    const again = aSetup({ memberId: bob.id, consent: consentIn('en'), startedAt: noon + 1 })
    await Promise.all([setups.begin(again), setups.begin(again)])
    expect(await setups.byId('atelier', 'atelier/first')).toEqual(aSetup({ setupIntentId: 'seti_1' }))
  })

  it('are found by the names that Stripe gave them, each kept when the other comes', async () => {
    const { setups } = await opened()
    await setups.name('atelier/first', { sessionId: 'cs_1' })
    await setups.name('atelier/first', { setupIntentId: 'seti_1' })
    const named = aSetup({ setupIntentId: 'seti_1', sessionId: 'cs_1' })
    expect(await setups.bySession('cs_1')).toEqual(named)
    expect(await setups.bySetupIntent('seti_1')).toEqual(named)
    expect([await setups.bySession('seti_1'), await setups.bySetupIntent('cs_1')]).toEqual([null, null])
  })

  it('are told apart by company and state', async () => {
    const { setups } = await opened()
    await setups.begin(aSetup({ id: 'second', startedAt: noon - 1 }))
    await setups.begin(aSetup({ id: 'third' }))
    await setups.begin(aSetup({ id: 'theirs', companyId: 'brasserie' }))
    for (const id of ['atelier/first', 'second', 'theirs']) await setups.settle(id, 'processing', null, noon)
    expect(idsOf(await setups.unfinished('atelier', 0))).toEqual(['second', 'atelier/first'])
    await setups.settle('second', 'saved', 'pm_1', noon)
    expect(idsOf(await setups.unfinished('atelier', 0))).toEqual(['atelier/first'])
  })

  it('that failed while they were verified are news until a card is saved after them, or the news is old', async () => {
    const { setups } = await opened()
    await setups.settle('atelier/first', 'failed', null, noon)
    expect(idsOf(await setups.unfinished('atelier', noon - 1))).toEqual(['atelier/first'])
    expect(await setups.unfinished('atelier', noon)).toEqual([])
    expect(await setups.unfinished('brasserie', noon - 1)).toEqual([])
    await setups.begin(aSetup({ id: 'second' }))
    await setups.settle('second', 'saved', 'pm_1', noon)
    expect(await setups.unfinished('atelier', noon - 1)).toEqual([])
  })

  it('of which nothing is heard are looked after, after gaps that double', async () => {
    const { setups } = await opened()
    let now = noon
    for (const gap of [15, 30, 60, 120, 240]) {
      expect(await setups.toLookAfter(now + gap * second - 1, hour)).toEqual([])
      now += gap * second
      expect(idsOf(await setups.toLookAfter(now, hour))).toEqual(['atelier/first'])
      await setups.settle('atelier/first', 'processing', null, now)
    }
  })

  it('that were begun an hour ago and are still open are looked at once more at that time', async () => {
    const { setups } = await opened()
    await setups.begin(aSetup({ id: 'verified' }))
    await setups.settle('atelier/first', 'started', null, noon + 50 * minute)
    await setups.settle('verified', 'processing', null, noon + 50 * minute)
    expect(await setups.toLookAfter(noon + hour - 1, hour)).toEqual([])
    expect(idsOf(await setups.toLookAfter(noon + hour, hour))).toEqual(['atelier/first'])
    await setups.settle('atelier/first', 'started', null, noon + hour)
    expect(await setups.toLookAfter(noon + hour + minute, hour)).toEqual([])
  })

  it.each(['saved', 'failed', 'canceled'] as const)('that are %s need nobody any more', async (status) => {
    const { setups } = await opened()
    await setups.settle('atelier/first', status, null, noon)
    expect(await setups.toLookAfter(noon * 2, hour)).toEqual([])
  })
})
