import { expect, it } from 'vitest'
import type { Subscription } from '../../../src/payment-methods/subscription.ts'
import type { Store } from '../../../src/ports/store.ts'
import { aSubscription, hour, idsOf, minute, noon, second } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const ours = { id: 'atelier', customerId: 'cus_atelier' }
const theirs = { id: 'brasserie', customerId: 'cus_brasserie' }
const studio = aSubscription({ id: 'sub_studio', name: 'Studio', paymentMethodId: 'pm_1' })
const archive = aSubscription({ id: 'sub_archive', name: 'Archive', price: null })
const foreign = aSubscription({ id: 'sub_theirs', paymentMethodId: 'pm_9' })

eachStore('The subscriptions of a store', (fresh) => {
  const opened = async (...more: Subscription[]): Promise<Store> => {
    const store = await fresh()
    await store.subscriptions.mirror(ours, [studio, archive, ...more], noon)
    await store.subscriptions.mirror(theirs, [foreign], noon)
    return store
  }

  it('are as Stripe said, by name, each in its own company', async () => {
    const { subscriptions } = await opened()
    expect(await subscriptions.of('atelier')).toEqual([archive, studio])
    expect(await subscriptions.of('brasserie')).toEqual([foreign])
  })

  it('change and go as Stripe says, unless it said so before what is here', async () => {
    const { subscriptions } = await opened()
    expect(await subscriptions.mirror(ours, [], noon - 1)).toBe(false)
    const renamed = { ...studio, name: 'Studio Plus', status: 'past_due', paymentMethodId: null } as const
    expect(await subscriptions.mirror(ours, [renamed], noon)).toBe(true)
    expect(await subscriptions.of('atelier')).toEqual([renamed])
    expect(await subscriptions.of('brasserie')).toEqual([foreign])
  })

  it('are taken over though the clock went back', async () => {
    const { subscriptions } = await opened()
    expect(await subscriptions.mirror(ours, [], noon - 2 * hour)).toBe(true)
  })

  it('go with their customer, and what is said of that one afterwards is not heard', async () => {
    const { subscriptions, companies } = await opened()
    await companies.forgetCustomer('atelier', 'cus_atelier', noon)
    expect(await subscriptions.of('atelier')).toEqual([])
    expect(await subscriptions.mirror(ours, [studio], noon + 1)).toBe(false)
    expect(await subscriptions.of('brasserie')).toEqual([foreign])
  })

  it('are unread until they were read, and where a customer is new there are none to read', async () => {
    const { subscriptions, companies } = await fresh()
    expect((await subscriptions.unread(9)).toSorted()).toEqual(['atelier', 'brasserie'])
    await subscriptions.mirror(ours, [], noon)
    await companies.forgetCustomer('brasserie', 'cus_brasserie', noon)
    expect(await subscriptions.unread(9)).toEqual([])
    await companies.adoptCustomer('brasserie', 'cus_new')
    expect(await subscriptions.unread(9)).toEqual([])
  })

  it('are asked to follow once, where they name a card and are the company’s own', async () => {
    const { subscriptions } = await opened()
    const all = idsOf([studio, archive, foreign])
    const wishes = await subscriptions.want('atelier', all, 'pm_2', noon)
    expect(wishes).toEqual([
      { subscriptionId: 'sub_studio', companyId: 'atelier', key: expect.any(String), defaultId: 'pm_2' },
    ])
    expect(await subscriptions.want('atelier', all, 'pm_2', noon + 1)).toEqual([])
    expect(await subscriptions.of('atelier')).toEqual([archive, { ...studio, isToFollow: true }])
    expect(await subscriptions.of('brasserie')).toEqual([foreign])
  })

  it('are asked for by one of many at once', async () => {
    const { subscriptions } = await opened()
    const asked = await Promise.all(
      [1, 2, 3].map(() => subscriptions.want('atelier', ['sub_studio'], null, noon)),
    )
    expect(asked.flat()).toHaveLength(1)
  })

  it('that were left in the middle are taken up a minute later, by one, with the same key', async () => {
    const { subscriptions } = await opened()
    const [wish] = await subscriptions.want('atelier', ['sub_studio'], null, noon)
    expect(await subscriptions.takeUp(noon + minute - 1)).toBeNull()
    const found = await Promise.all([1, 2, 3].map(() => subscriptions.takeUp(noon + minute)))
    expect(found.filter((one) => one !== null)).toEqual([wish])
  })

  it('wait longer after each silence with the same key, and with another after an answer', async () => {
    const { subscriptions } = await opened()
    const [first] = await subscriptions.want('atelier', ['sub_studio'], null, noon)
    if (!first) throw new Error('no wish')
    await subscriptions.postpone(first, false, noon)
    expect(await subscriptions.takeUp(noon + second)).toBeNull()
    expect(await subscriptions.takeUp(noon + 2 * second)).toEqual(first)
    await subscriptions.postpone(first, true, noon)
    expect(await subscriptions.takeUp(noon + 3 * second)).toBeNull()
    const second2 = await subscriptions.takeUp(noon + 4 * second)
    expect(second2?.key).not.toBe(first.key)
  })

  it('that follow name no card any more, whatever was read before', async () => {
    const { subscriptions } = await opened()
    const [wish] = await subscriptions.want('atelier', ['sub_studio'], null, noon)
    if (!wish) throw new Error('no wish')
    await subscriptions.followed(wish, noon + second)
    expect(await subscriptions.mirror(ours, [studio, archive], noon + 1)).toBe(false)
    expect(await subscriptions.of('atelier')).toEqual([archive, { ...studio, paymentMethodId: null }])
    expect(await subscriptions.takeUp(noon + hour / 2)).toBeNull()
  })

  it('keep their wish through a reading, unless it is fulfilled or somebody named another card', async () => {
    const { subscriptions } = await opened()
    const isToFollow = async () => (await subscriptions.of('atelier')).some((one) => one.isToFollow)
    for (const [paymentMethodId, kept] of [
      ['pm_1', true],
      ['pm_2', false],
      [null, false],
    ] as const) {
      await subscriptions.mirror(ours, [studio], noon)
      await subscriptions.want('atelier', ['sub_studio'], null, noon)
      await subscriptions.mirror(ours, [{ ...studio, paymentMethodId }], noon)
      expect(await isToFollow()).toBe(kept)
    }
  })

  it('are asked no more once that is forgotten', async () => {
    const { subscriptions } = await opened()
    const [wish] = await subscriptions.want('atelier', ['sub_studio'], null, noon)
    if (!wish) throw new Error('no wish')
    await subscriptions.forget({ ...wish, companyId: 'brasserie' })
    expect(await subscriptions.want('atelier', ['sub_studio'], null, noon)).toEqual([])
    await subscriptions.forget(wish)
    expect(await subscriptions.of('atelier')).toEqual([archive, studio])
    expect(await subscriptions.want('atelier', ['sub_studio'], null, noon + 1)).toHaveLength(1)
  })
})
