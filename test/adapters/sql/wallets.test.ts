import { expect, it } from 'vitest'
import { UniqueViolation } from '../../../src/adapters/sql/database.ts'
import { consentIn } from '../../../src/payment-methods/consent.ts'
import { defaultOf } from '../../../src/payment-methods/wallet.ts'
import type { Store } from '../../../src/ports/store.ts'
import { alice, anAgreement, bob, brasserie, idsOf, mirror, noon, someFacts } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const [first, second, third] = [someFacts(), someFacts(), someFacts()]
const theirs = someFacts()

eachStore('A wallet in the store', (fresh, behind) => {
  const opened = async (): Promise<Store> => {
    const store = await fresh()
    await mirror(store, [first, second, third])
    await mirror(store, [theirs], { company: brasserie })
    return store
  }
  const defaultIn = async ({ wallets }: Store, company: string) => defaultOf(await wallets.of(company))?.id
  const versionOf = async ({ wallets }: Store, company: string) => (await wallets.of(company)).version

  it('is empty for a company without cards and for an unknown one', async () => {
    const store = await fresh()
    const empty = { version: 0, methods: [], awaitedDefaultId: null }
    expect([await store.wallets.of('atelier'), await store.wallets.of('unknown')]).toEqual([empty, empty])
  })

  it('gives back a card as it was put in', async () => {
    const store = await opened()
    const [method] = (await store.wallets.of('atelier')).methods
    expect(method).toEqual({
      ...first,
      isDefault: true,
      mayBeBackup: false,
      isLeaving: false,
      duplicateKept: false,
      lastCharge: null,
    })
  })

  it('changes its default, and its version with it', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    expect(await store.wallets.makeDefault('atelier', second.id, version, noon)).toBe(true)
    expect(await defaultIn(store, 'atelier')).toBe(second.id)
    expect(await versionOf(store, 'atelier')).toBe(version + 1)
    expect(await defaultIn(store, 'brasserie')).toBe(theirs.id)
  })

  it('keeps the default that it has once it has moved on', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    await store.wallets.markLeaving('atelier', third.id, noon)
    expect(await store.wallets.makeDefault('atelier', second.id, version, noon)).toBe(false)
    expect(await defaultIn(store, 'atelier')).toBe(first.id)
  })

  it.each([
    ["another company's card", theirs.id],
    ['an unknown card', 'pm_unknown'],
    ['a card that was removed', third.id],
  ])('does not lose its default to %s', async (_what, id) => {
    const store = await opened()
    await store.wallets.remove('atelier', third.id, null, noon)
    expect(await store.wallets.makeDefault('atelier', id, await versionOf(store, 'atelier'), noon)).toBe(
      false,
    )
    expect(await defaultIn(store, 'atelier')).toBe(first.id)
    expect(await defaultIn(store, 'brasserie')).toBe(theirs.id)
  })

  it('has one default at most, whatever the code above it does', async () => {
    await opened()
    const forced = behind().run('update payment_methods set is_default = 1 where id = $1', [second.id])
    await expect(forced).rejects.toBeInstanceOf(UniqueViolation)
  })

  it('has one default after many were chosen at once', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    const chosen = [first, second, third].map(({ id }) =>
      store.wallets.makeDefault('atelier', id, version, noon),
    )
    expect((await Promise.all(chosen)).filter(Boolean)).toHaveLength(1)
    const { methods } = await store.wallets.of('atelier')
    expect(methods.filter((method) => method.isDefault)).toHaveLength(1)
  })

  it('marks a card as leaving, once', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    await store.wallets.markLeaving('atelier', second.id, noon)
    await store.wallets.markLeaving('atelier', second.id, noon + 1)
    const wallet = await store.wallets.of('atelier')
    expect(wallet.methods.map((method) => method.isLeaving)).toEqual([false, true, false])
    expect(wallet.version).toBe(version + 1)
  })

  it('lets a backup go', async () => {
    const store = await opened()
    await store.wallets.remove('atelier', second.id, null, noon)
    expect(idsOf((await store.wallets.of('atelier')).methods)).toEqual([first.id, third.id])
    expect(await defaultIn(store, 'atelier')).toBe(first.id)
    expect(await store.wallets.wasRemoved('atelier', second.id)).toBe(true)
    expect(await store.wallets.wasRemoved('atelier', first.id)).toBe(false)
  })

  it('lets the default go and its successor follow, in one act', async () => {
    const store = await opened()
    await store.wallets.remove('atelier', first.id, third.id, noon)
    expect(await defaultIn(store, 'atelier')).toBe(third.id)
  })

  it('keeps a default that was chosen meanwhile when the old one goes', async () => {
    const store = await opened()
    await store.wallets.makeDefault('atelier', second.id, await versionOf(store, 'atelier'), noon)
    await store.wallets.remove('atelier', first.id, third.id, noon)
    expect(await defaultIn(store, 'atelier')).toBe(second.id)
  })

  it('takes no order that was made for an older one', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    const order = [third.id, first.id, second.id]
    expect(await store.wallets.reorder('atelier', version, order, [], noon)).toBe(true)
    expect(await store.wallets.reorder('atelier', version, [first.id, second.id, third.id], [], noon)).toBe(
      false,
    )
    expect(idsOf((await store.wallets.of('atelier')).methods)).toEqual(order)
  })

  it('takes one of two orders that were made at once', async () => {
    const store = await opened()
    const version = await versionOf(store, 'atelier')
    const orders = [
      [third.id, first.id, second.id],
      [second.id, third.id, first.id],
    ]
    const taken = await Promise.all(
      orders.map((order) => store.wallets.reorder('atelier', version, order, [], noon)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(idsOf((await store.wallets.of('atelier')).methods)).toEqual(orders[taken.indexOf(true)])
  })

  it('remembers that a card which is there twice is kept', async () => {
    const store = await opened()
    await store.wallets.keepDuplicate('atelier', second.id)
    const { methods } = await store.wallets.of('atelier')
    expect(methods.map((method) => method.duplicateKept)).toEqual([false, true, false])
  })

  it('has a backup where somebody agreed to it, in the words of the first agreement', async () => {
    const store = await opened()
    await store.wallets.agree(anAgreement(second.id))
    await store.wallets.agree(
      anAgreement(second.id, { memberId: bob.id, consent: consentIn('en'), at: noon + 1 }),
    )
    const { methods } = await store.wallets.of('atelier')
    expect(methods.map((method) => method.mayBeBackup)).toEqual([false, true, false])
    const { version, wording } = consentIn('fr')
    expect(await behind().all('select * from consents')).toEqual([
      {
        payment_method_id: second.id,
        company_id: 'atelier',
        member_id: alice.id,
        version,
        language: 'fr',
        wording,
        agreed_at: noon,
      },
    ])
  })

  it('shows the latest charge of a card, in whatever order charges are heard of', async () => {
    const store = await opened()
    const charge = { at: noon, amount: 1200, currency: 'eur', succeeded: true }
    await store.wallets.noteCharge('atelier', first.id, { ...charge, succeeded: false })
    await store.wallets.noteCharge('atelier', first.id, charge)
    await store.wallets.noteCharge('atelier', first.id, { ...charge, at: noon - 1, amount: 1 })
    await store.wallets.noteCharge('atelier', 'pm_unknown', charge)
    expect((await store.wallets.of('atelier')).methods[0]?.lastCharge).toEqual(charge)
  })

  it("is neither read nor changed by another company's people", async () => {
    const store = await opened()
    const { wallets } = store
    const before = await wallets.of('brasserie')
    await wallets.markLeaving('atelier', theirs.id, noon)
    await wallets.remove('atelier', theirs.id, null, noon)
    await wallets.remove('atelier', 'pm_unknown', theirs.id, noon)
    await wallets.keepDuplicate('atelier', theirs.id)
    await wallets.agree(anAgreement(theirs.id))
    await wallets.reorder('atelier', await versionOf(store, 'atelier'), [theirs.id, first.id], [], noon)
    expect(await wallets.of('brasserie')).toEqual(before)
    expect(await wallets.wasRemoved('brasserie', theirs.id)).toBe(false)
    expect(await defaultIn(store, 'atelier')).toBe(first.id)
    await wallets.remove('brasserie', theirs.id, null, noon)
    expect(await wallets.wasRemoved('atelier', theirs.id)).toBe(false)
  })
})
