import { expect, it } from 'vitest'
import type { Store, WalletChange } from '../../../src/ports/store.ts'
import { alice, charlie, minute, noon, second } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const makeDefault: WalletChange = {
  companyId: 'atelier',
  memberId: alice.id,
  address: '192.0.2.1',
  kind: 'default',
  paymentMethodId: 'pm_1',
}
const removal: WalletChange = { ...makeDefault, kind: 'removal', paymentMethodId: 'pm_2' }
const theirs: WalletChange = { ...removal, companyId: 'brasserie', memberId: charlie.id }
const lease = minute

eachStore('The changes of wallets in a store', (fresh) => {
  const begun = async ({ changes }: Store, change: WalletChange, version = 1, now = noon) => {
    const answer = await changes.begin(change, version, now)
    if (answer === 'in flight') throw new Error('another change is in flight')
    return answer.key
  }

  it('go one at a time for each company', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    expect(await store.changes.begin(removal, 1, noon)).toBe('in flight')
    expect(await store.changes.begin(makeDefault, 1, noon)).toBe('in flight')
    expect(await begun(store, theirs)).not.toBe(key)
    await store.changes.finish(key)
    expect(await begun(store, removal)).not.toBe(key)
  })

  it.each([
    ['the very same change', [makeDefault, makeDefault, makeDefault, makeDefault]],
    ['changes of their own', [makeDefault, removal, { ...removal, paymentMethodId: 'pm_3' }]],
  ])('are begun by one alone of many who begin %s at once', async (_what, wanted) => {
    const store = await fresh()
    for (const version of [1, 2, 3, 4, 5]) {
      const answers = await Promise.all(wanted.map((change) => store.changes.begin(change, version, noon)))
      const keys = answers.flatMap((answer) => (answer === 'in flight' ? [] : [answer.key]))
      expect(keys).toHaveLength(1)
      for (const key of keys) await store.changes.finish(key)
    }
  })

  it('are begun by one alone of many who try an unanswered one again at once', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    await store.changes.fail(key, false, noon)
    const answers = await Promise.all(
      [1, 1, 1, 1].map((version) => store.changes.begin(makeDefault, version, noon)),
    )
    expect(answers.filter((answer) => answer !== 'in flight')).toEqual([{ key }])
  })

  it('are not begun where one of the same company is being taken up', async () => {
    const store = await fresh()
    await store.changes.fail(await begun(store, makeDefault), false, noon)
    const later = noon + minute
    const [took, ...answers] = await Promise.all([
      store.changes.takeUp(later),
      ...[makeDefault, removal].map((change) => store.changes.begin(change, 1, later)),
    ])
    const underWay = [took, ...answers].filter((each) => each !== null && each !== 'in flight')
    expect(underWay).toHaveLength(1)
  })

  it('are sent with the same key again when no answer came', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    await store.changes.fail(key, false, noon)
    expect(await begun(store, makeDefault)).toBe(key)
  })

  it('are sent with a key of their own when the answer was a failure', async () => {
    const store = await fresh()
    const keys = [await begun(store, makeDefault)]
    for (let time = 0; time < 3; time++) {
      await store.changes.fail(keys.at(-1) ?? '', true, noon)
      keys.push(await begun(store, makeDefault))
    }
    expect(new Set(keys).size).toBe(4)
  })

  it('have a key of their own for another wallet, card or kind', async () => {
    const store = await fresh()
    const wanted: [WalletChange, number][] = [
      [makeDefault, 1],
      [makeDefault, 2],
      [{ ...makeDefault, kind: 'removal' }, 1],
      [removal, 1],
    ]
    const keys: string[] = []
    for (const [change, version] of wanted) {
      const key = await begun(store, change, version)
      await store.changes.finish(key)
      keys.push(key)
    }
    expect(new Set(keys).size).toBe(wanted.length)
  })

  it('whose sender died stand in nobody’s way once their lease is over', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    expect(await store.changes.begin(removal, 1, noon + lease - 1)).toBe('in flight')
    expect(await begun(store, removal, 1, noon + lease)).not.toBe(key)
  })

  it('whose sender died keep their key, for nobody knows whether it was heard', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    expect(await store.changes.takeUp(noon + lease - 1)).toBeNull()
    expect(await store.changes.takeUp(noon + lease)).toEqual({ ...makeDefault, key })
  })

  it('are taken up with the same key after silence, and with another after a failure', async () => {
    const store = await fresh()
    const [silent, failed] = [await begun(store, makeDefault), await begun(store, theirs)]
    await store.changes.fail(silent, false, noon)
    await store.changes.fail(failed, true, noon)
    const taken = [await store.changes.takeUp(noon + minute), await store.changes.takeUp(noon + minute)]
    expect(taken).toContainEqual({ ...makeDefault, key: silent })
    const other = taken.find((each) => each?.companyId === 'brasserie')
    expect(other).toMatchObject(theirs)
    expect(other?.key).not.toBe(failed)
    expect(await store.changes.takeUp(noon + minute)).toBeNull()
  })

  it('are taken up after gaps that double, up to five minutes', async () => {
    const store = await fresh()
    let now = noon
    await store.changes.fail(await begun(store, removal), false, now)
    for (const gap of [2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * second)) {
      expect(await store.changes.takeUp(now + gap - 1)).toBeNull()
      now += gap
      const taken = await store.changes.takeUp(now)
      expect(taken).not.toBeNull()
      await store.changes.fail(taken?.key ?? '', true, now)
    }
  })

  it('are taken up by one alone of many', async () => {
    const store = await fresh()
    for (const version of [1, 2, 3, 4, 5]) {
      await store.changes.fail(await begun(store, makeDefault, version), true, noon)
      const taken = await Promise.all([1, 2, 3, 4].map(() => store.changes.takeUp(noon + minute)))
      const one = taken.filter((each) => each !== null)
      expect(one).toHaveLength(1)
      for (const { key } of one) await store.changes.finish(key)
    }
  })

  it('are not taken up while another of their company is in flight, or once they are done', async () => {
    const store = await fresh()
    const key = await begun(store, makeDefault)
    await store.changes.fail(key, false, noon)
    const inFlight = await begun(store, removal, 1, noon + minute)
    expect(await store.changes.takeUp(noon + minute)).toBeNull()
    await store.changes.finish(inFlight)
    await store.changes.finish(key)
    expect(await store.changes.takeUp(noon + minute)).toBeNull()
  })

  it('that are done stay so, though a sender whose lease was over fails late', async () => {
    const store = await fresh()
    const key = await begun(store, removal)
    expect(await store.changes.takeUp(noon + lease)).toEqual({ ...removal, key })
    await store.changes.finish(key)
    await store.changes.fail(key, true, noon + lease)
    expect(await store.changes.takeUp(noon + 10 * lease)).toBeNull()
  })

  it('let the wallet tell which default is awaited', async () => {
    const store = await fresh()
    const awaited = async () => (await store.wallets.of('atelier')).awaitedDefaultId
    await store.changes.finish(await begun(store, removal))
    const key = await begun(store, makeDefault)
    expect(await awaited()).toBe('pm_1')
    await store.changes.fail(key, false, noon)
    expect(await awaited()).toBe('pm_1')
    expect((await store.wallets.of('brasserie')).awaitedDefaultId).toBeNull()
    await store.changes.finish(key)
    expect(await awaited()).toBeNull()
  })
})
