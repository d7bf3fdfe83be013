import { expect, it } from 'vitest'
import { UniqueViolation } from '../../../src/adapters/sql/database.ts'
import { noBillingDetails } from '../../../src/company/billing-details.ts'
import {
  alice,
  atelier,
  brasserie,
  charlie,
  mirror,
  noon,
  someDetails,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

eachStore('The companies of a store', (fresh) => {
  it('are found by their id and by their customer', async () => {
    const { companies } = await fresh()
    expect(await companies.byId('atelier')).toEqual(atelier)
    expect(await companies.byCustomer('cus_brasserie')).toEqual(brasserie)
    expect([await companies.byId('unknown'), await companies.byCustomer('unknown')]).toEqual([null, null])
  })

  it('each have their own billing details', async () => {
    const { companies } = await fresh()
    const changed = someDetails({ name: 'Lumière & Fils', city: 'Évry', taxId: 'FR123' })
    await companies.saveBillingDetails('atelier', changed, [], noon)
    expect(await companies.billingDetails('atelier')).toEqual(changed)
    expect((await companies.byId('atelier'))?.name).toBe('Lumière & Fils')
    expect(await companies.billingDetails('brasserie')).toEqual(someDetails(brasserie))
    expect(await companies.billingDetails('unknown')).toEqual(noBillingDetails)
  })

  it('are told apart by their customers', async () => {
    const { companies } = await fresh()
    const twin = { ...atelier, id: 'twin' }
    await expect(companies.add(twin, someDetails(), noon)).rejects.toBeInstanceOf(UniqueViolation)
  })

  it('adopt one customer, and keep it, though two be offered at once', async () => {
    const { companies } = await fresh()
    await companies.add({ id: 'new', name: 'New', stripeCustomerId: null }, someDetails(), noon)
    const offers = ['cus_1', 'cus_2', 'cus_3'].map((customer) => companies.adoptCustomer('new', customer))
    const adopted = await Promise.all(offers)
    expect(adopted.filter(Boolean)).toHaveLength(1)
    const kept = (await companies.byId('new'))?.stripeCustomerId
    expect(kept).toBe(`cus_${adopted.indexOf(true) + 1}`)
    expect(await companies.adoptCustomer('atelier', 'cus_4')).toBe(false)
  })

  it('forget a deleted customer and its cards, and nothing of anybody else', async () => {
    const { companies, wallets, ...store } = await fresh()
    const [ours, theirs] = [someFacts(), someFacts()]
    await mirror({ ...store, companies, wallets }, [ours])
    await mirror({ ...store, companies, wallets }, [theirs], { company: brasserie })
    const before = await wallets.of('atelier')
    await companies.forgetCustomer('atelier', 'cus_atelier', noon)
    const after = await wallets.of('atelier')
    expect([after.methods, after.version]).toEqual([[], before.version + 1])
    expect(await wallets.wasRemoved('atelier', ours.id)).toBe(true)
    expect((await companies.byId('atelier'))?.stripeCustomerId).toBeNull()
    expect((await wallets.of('brasserie')).methods).toHaveLength(1)
  })

  it('do not forget a customer that is not theirs, or is theirs no more', async () => {
    const store = await fresh()
    await mirror(store, [someFacts()])
    await store.companies.forgetCustomer('atelier', 'cus_brasserie', noon)
    expect(await store.companies.byId('atelier')).toEqual(atelier)
    expect((await store.wallets.of('atelier')).methods).toHaveLength(1)
  })

  it('have one owner each', async () => {
    const { companies, members } = await fresh()
    expect(await companies.owner('atelier')).toEqual(alice)
    expect(await companies.owner('unknown')).toBeNull()
    await expect(members.join('atelier', charlie.id, 'owner', noon)).rejects.toBeInstanceOf(UniqueViolation)
  })
})
