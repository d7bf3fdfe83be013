import { expect, it } from 'vitest'
import { defaultOf } from '../../../src/payment-methods/wallet.ts'
import type { Store } from '../../../src/ports/store.ts'
import { anAgreement, brasserie, idsOf, mirror, noon, someFacts } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const [first, second, third] = [someFacts(), someFacts(), someFacts()]

eachStore('The mirror of a wallet', (fresh) => {
  const opened = async (): Promise<Store> => {
    const store = await fresh()
    await mirror(store, [first, second])
    return store
  }

  it('adds what Stripe has and it has not, at the end', async () => {
    const store = await opened()
    await mirror(store, [third, first, second])
    const wallet = await store.wallets.of('atelier')
    expect(idsOf(wallet.methods)).toEqual([first.id, second.id, third.id])
    expect(defaultOf(wallet)?.id).toBe(third.id)
  })

  it('updates what Stripe knows better', async () => {
    const store = await opened()
    const renewed = {
      ...first,
      brand: 'mastercard',
      networks: ['mastercard', 'cartes_bancaires'],
      last4: '4444',
      expiry: { month: 1, year: 2034 },
      funding: 'debit',
      country: 'DE',
      fingerprint: 'another',
    }
    await mirror(store, [renewed, second])
    expect((await store.wallets.of('atelier')).methods[0]).toMatchObject(renewed)
  })

  it('keeps what is no card', async () => {
    const store = await opened()
    const debit = someFacts({
      type: 'sepa_debit',
      brand: 'sepa_debit',
      networks: [],
      last4: null,
      expiry: null,
      funding: null,
      country: null,
      fingerprint: null,
    })
    await mirror(store, [first, debit])
    expect((await store.wallets.of('atelier')).methods[1]).toMatchObject(debit)
  })

  it('removes what Stripe has no more', async () => {
    const store = await opened()
    await mirror(store, [second])
    const wallet = await store.wallets.of('atelier')
    expect(idsOf(wallet.methods)).toEqual([second.id])
    expect(defaultOf(wallet)?.id).toBe(second.id)
    expect(await store.wallets.wasRemoved('atelier', first.id)).toBe(true)
  })

  it('has no default where Stripe has none, or one that is not there', async () => {
    const store = await opened()
    await mirror(store, [first, second], { defaultId: null })
    expect(defaultOf(await store.wallets.of('atelier'))).toBeUndefined()
    await mirror(store, [first, second], { defaultId: third.id })
    expect(defaultOf(await store.wallets.of('atelier'))).toBeUndefined()
  })

  it('refuses to take over what was read for an older wallet, and then changes nothing', async () => {
    const store = await opened()
    const before = await store.wallets.of('atelier')
    const stale = { methods: [third], defaultId: third.id }
    expect(await store.wallets.mirror('atelier', before.version - 1, stale, noon)).toBe(false)
    expect(await store.wallets.mirror('unknown', 0, stale, noon)).toBe(false)
    expect(await store.wallets.of('atelier')).toEqual(before)
  })

  it('takes over one of many that were read for the same wallet', async () => {
    const store = await opened()
    const { version } = await store.wallets.of('atelier')
    const seen = [first, second, third].map((card) => ({ methods: [card], defaultId: card.id }))
    const taken = await Promise.all(seen.map((each) => store.wallets.mirror('atelier', version, each, noon)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(idsOf((await store.wallets.of('atelier')).methods)).toEqual(
      idsOf(seen[taken.indexOf(true)]?.methods ?? []),
    )
  })

  it("keeps the people's order, their consents and what they decided", async () => {
    const store = await opened()
    const { version } = await store.wallets.of('atelier')
    await store.wallets.reorder('atelier', version, [second.id, first.id], [], noon)
    await store.wallets.agree(anAgreement(second.id))
    await store.wallets.keepDuplicate('atelier', second.id)
    await store.wallets.markLeaving('atelier', second.id, noon)
    await mirror(store, [first, second, third])
    const { methods } = await store.wallets.of('atelier')
    expect(idsOf(methods)).toEqual([second.id, first.id, third.id])
    expect(methods[0]).toMatchObject({ mayBeBackup: true, duplicateKept: true, isLeaving: true })
  })

  it('brings a card back to its place when Stripe has it again', async () => {
    const store = await opened()
    await mirror(store, [second])
    await mirror(store, [second, first])
    expect(idsOf((await store.wallets.of('atelier')).methods)).toEqual([first.id, second.id])
    expect(await store.wallets.wasRemoved('atelier', first.id)).toBe(false)
  })

  it('leaves the wallets of other companies as they are', async () => {
    const store = await opened()
    await mirror(store, [third], { company: brasserie })
    const before = await store.wallets.of('brasserie')
    await mirror(store, [])
    expect(await store.wallets.of('brasserie')).toEqual(before)
  })
})
