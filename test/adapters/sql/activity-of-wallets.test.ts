// What the log says of cards and of billing details is written with what changes them.
import { expect, it } from 'vitest'
import type { NewEntry } from '../../../src/activity/entry.ts'
import type { Store, WalletChange } from '../../../src/ports/store.ts'
import { anAgreement, aSetup, mirror, noon, someDetails, someFacts } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const bob = { memberId: 'bob', address: '192.0.2.7' } as const
const [visa, mastercard] = [someFacts({ last4: '4242' }), someFacts({ last4: '4444' })]
const entry: NewEntry = {
  ...bob,
  companyId: 'atelier',
  action: 'order changed',
  facts: { place: 1 },
  result: 'done',
}

async function told(store: Store): Promise<string[]> {
  const entries = await store.activity.list('atelier', 100)
  return entries
    .toReversed()
    .map(({ memberId, address, action, facts }) =>
      [`${memberId ?? facts.by ?? 'guichet'}: ${action}`, facts.card?.last4, address]
        .filter(Boolean)
        .join(', '),
    )
}

eachStore('A change of a wallet in a store', (fresh) => {
  /** With both cards, and what was told until then. */
  async function opened() {
    const store = await fresh()
    await mirror(store, [visa, mastercard])
    const before = (await told(store)).length
    const version = async () => (await store.wallets.of('atelier')).version
    const ask = async (kind: WalletChange['kind'], { id }: { id: string }) => {
      const begun = await store.changes.begin(
        { ...bob, companyId: 'atelier', kind, paymentMethodId: id },
        await version(),
        noon,
      )
      if (begun === 'in flight') throw new Error('nothing else was under way')
      return begun.key
    }
    return { store, version, ask, since: async () => (await told(store)).slice(before) }
  }

  it('that nobody here asked for is Stripe’s', async () => {
    const { store, since } = await opened()
    expect(await told(store)).toEqual(['stripe: card added, 4242', 'stripe: card added, 4444'])
    await mirror(store, [visa, mastercard], { defaultId: mastercard.id })
    await store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    expect((await since()).sort()).toEqual([
      'stripe: card removed, 4242',
      'stripe: card removed, 4444',
      'stripe: default changed, 4444',
    ])
  })

  it('is theirs who asked for it, whether the answer or an event brings it, and entered once', async () => {
    const { store, version, ask, since } = await opened()
    const key = await ask('default', mastercard)
    await mirror(store, [visa, mastercard], { defaultId: mastercard.id })
    expect(await store.wallets.makeDefault('atelier', mastercard.id, await version(), noon)).toBe(true)
    await store.changes.finish(key)
    const removal = await ask('removal', visa)
    await store.wallets.markLeaving('atelier', visa.id, noon)
    await store.changes.fail(removal, false, noon)
    await mirror(store, [mastercard])
    await store.wallets.remove('atelier', visa.id, null, noon)
    expect(await since()).toEqual([
      'bob: default changed, 4444, 192.0.2.7',
      'bob: card removed, 4242, 192.0.2.7',
    ])
  })

  it('is not theirs who asked for the same once and got it', async () => {
    const { store, version, ask, since } = await opened()
    const key = await ask('default', mastercard)
    await store.wallets.makeDefault('atelier', mastercard.id, await version(), noon)
    await store.changes.finish(key)
    await mirror(store, [visa, mastercard], { defaultId: visa.id })
    await mirror(store, [visa, mastercard], { defaultId: mastercard.id })
    expect(await since()).toEqual([
      'bob: default changed, 4444, 192.0.2.7',
      'stripe: default changed, 4242',
      'stripe: default changed, 4444',
    ])
  })

  it('is theirs who began the setup that the card came from', async () => {
    const { store, since } = await opened()
    await store.setups.begin(aSetup({ ...bob, id: 'atelier/second' }))
    await store.setups.name('atelier/second', { setupIntentId: 'seti_1' })
    expect((await store.setups.begun('atelier')).map(({ id, address }) => [id, address])).toEqual([
      ['atelier/second', '192.0.2.7'],
    ])
    const amex = someFacts({ last4: '0005' })
    await store.setups.name('atelier/second', { paymentMethodId: amex.id })
    await mirror(store, [visa, mastercard, amex])
    expect(await since()).toEqual(['bob: card added, 0005, 192.0.2.7'])
    await store.setups.settle('atelier/second', 'saved', amex.id, noon)
    expect(await store.setups.begun('atelier')).toEqual([])
    expect(await store.setups.begun('brasserie')).toEqual([])
  })

  it('of the order is entered where it comes about, and not where somebody was faster', async () => {
    const { store, version, since } = await opened()
    const seen = await version()
    const order = [mastercard.id, visa.id]
    const taken = await Promise.all(
      [1, 2, 3].map(() => store.wallets.reorder('atelier', seen, order, [entry], noon)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await since()).toEqual(['bob: order changed, 192.0.2.7'])
  })

  it('that is an agreement is entered with the first, which stands', async () => {
    const { store, since } = await opened()
    const agreed = { ...entry, action: 'backup agreed' } as const
    for (const _ of [1, 2]) await store.wallets.agree(anAgreement(visa.id), [agreed])
    expect(await since()).toEqual(['bob: backup agreed, 192.0.2.7'])
  })
})

eachStore('A change of billing details in a store', (fresh) => {
  it('is entered with them; their version moves when they say something else', async () => {
    const { companies, activity } = await fresh()
    const changed = { ...entry, action: 'billing details changed' } as const
    const versions = [await companies.detailsVersion('atelier')]
    for (const city of ['Lyon', 'Lyon', 'Brest']) {
      await companies.saveBillingDetails(
        'atelier',
        someDetails({ city }),
        city === 'Brest' ? [changed] : [],
        noon,
      )
      versions.push(await companies.detailsVersion('atelier'))
    }
    expect(versions).toEqual([0, 1, 1, 2])
    expect(await activity.list('atelier', 10)).toHaveLength(1)
    expect(await companies.detailsVersion('nowhere')).toBe(0)
  })
})
