import { expect, it } from 'vitest'
import { expiryNews } from '../../../src/payment-methods/expiring.ts'
import type { Store } from '../../../src/ports/store.ts'
import { brasserie, day, mirror, noon, someFacts } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const [visa, mastercard] = [
  someFacts({ last4: '4242' }),
  someFacts({ brand: 'mastercard', last4: '4444', expiry: { month: 11, year: 2026 } }),
]

eachStore('A change of a wallet', (fresh) => {
  const told = async ({ outbox }: Store): Promise<string[]> =>
    (await outbox.newest(100))
      .map(
        ({ memberId, message }) =>
          `${memberId}: ${message.kind}${'card' in message ? ` ${message.card?.last4}` : ''}`,
      )
      .sort()

  /** With both cards, of which everybody has heard. */
  async function opened(): Promise<Store> {
    const store = await fresh()
    await mirror(store, [visa, mastercard])
    for (const { id } of await store.outbox.newest(100)) await store.outbox.done(id, noon)
    return store
  }

  const since = async (store: Store): Promise<string[]> => {
    const heard = [
      'alice: card added 4242',
      'alice: card added 4444',
      'bob: card added 4242',
      'bob: card added 4444',
    ]
    return (await told(store)).filter((mail) => !heard.includes(mail))
  }

  it('is written to those who manage billing there, and to nobody of another company', async () => {
    const store = await opened()
    expect(await told(store)).toEqual([
      'alice: card added 4242',
      'alice: card added 4444',
      'bob: card added 4242',
      'bob: card added 4444',
    ])
    await mirror(store, [someFacts({ last4: '0005' })], { company: brasserie })
    expect(await since(store)).toEqual(['charlie: card added 0005'])
  })

  it('is told once, though the request and the event both report it', async () => {
    const store = await opened()
    const { version } = await store.wallets.of('atelier')
    await store.wallets.makeDefault('atelier', mastercard.id, version, noon)
    await mirror(store, [visa, mastercard], { defaultId: mastercard.id })
    expect(await since(store)).toEqual(['alice: default changed 4444', 'bob: default changed 4444'])
  })

  it('is told once by those who report it at the same moment', async () => {
    const store = await opened()
    const { version } = await store.wallets.of('atelier')
    const atStripe = { methods: [visa, mastercard], defaultId: mastercard.id }
    await Promise.all([
      store.wallets.makeDefault('atelier', mastercard.id, version, noon),
      store.wallets.mirror('atelier', version, atStripe, noon),
      store.wallets.mirror('atelier', version, atStripe, noon),
      mirror(store, [visa, mastercard], { defaultId: mastercard.id }),
    ])
    expect(await since(store)).toEqual(['alice: default changed 4444', 'bob: default changed 4444'])
  })

  it('is told again when the same card is the default again later', async () => {
    const store = await opened()
    for (const { id } of [mastercard, visa, mastercard]) {
      await store.wallets.makeDefault('atelier', id, (await store.wallets.of('atelier')).version, noon)
    }
    expect(await since(store)).toEqual([
      'alice: default changed 4242',
      'alice: default changed 4444',
      'alice: default changed 4444',
      'bob: default changed 4242',
      'bob: default changed 4444',
      'bob: default changed 4444',
    ])
  })

  it('that did not come about is not told', async () => {
    const store = await opened()
    const { version } = await store.wallets.of('atelier')
    await store.wallets.makeDefault('atelier', mastercard.id, version - 1, noon)
    await store.wallets.mirror('atelier', version - 1, { methods: [], defaultId: null }, noon)
    expect(await since(store)).toEqual([])
  })

  it('that takes the default away is one mail, which names the next', async () => {
    const store = await opened()
    await store.wallets.markLeaving('atelier', visa.id, noon)
    // Stripe reports the successor before we have its answer.
    await mirror(store, [visa, mastercard], { defaultId: mastercard.id })
    await store.wallets.remove('atelier', visa.id, mastercard.id, noon)
    expect(await since(store)).toEqual(['alice: card removed 4242', 'bob: card removed 4242'])
    const mails = await store.outbox.newest(100)
    expect(mails.map(({ message }) => message)).toContainEqual({
      kind: 'card removed',
      card: { brand: 'visa', last4: '4242' },
      chargedNow: { brand: 'mastercard', last4: '4444' },
      nothingLeft: false,
    })
  })

  it('that is the end of the customer at Stripe is told', async () => {
    const store = await opened()
    await store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    await store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    expect(await since(store)).toEqual([
      'alice: card removed 4242',
      'alice: card removed 4444',
      'bob: card removed 4242',
      'bob: card removed 4444',
    ])
  })

  it('is looked for where cards expire soon, and nowhere else', async () => {
    const store = await opened()
    await mirror(store, [someFacts()], { company: brasserie })
    const end = Date.UTC(2026, 11, 1)
    expect(await store.wallets.expiringBetween(noon, noon + 30 * day)).toEqual(['atelier'])
    expect(await store.wallets.expiringBetween(end, end + 30 * day)).toEqual(['atelier'])
    expect(await store.wallets.expiringBetween(end + day, end + 30 * day)).toEqual([])
    expect(await store.wallets.expiringBetween(noon - 30 * day, noon - 20 * day)).toEqual([])
    await store.wallets.markLeaving('atelier', mastercard.id, noon)
    expect(await store.wallets.expiringBetween(noon, noon + 30 * day)).toEqual([])
  })

  it('knows of which expiries nobody was told', async () => {
    const store = await opened()
    const news = expiryNews('atelier', await store.wallets.of('atelier'), noon)
    expect(await store.outbox.unwritten(news)).toEqual(news)
    await store.outbox.write(news, noon)
    expect(await store.outbox.unwritten(news)).toEqual([])
    expect(await since(store)).toEqual(['alice: card expires 4444', 'bob: card expires 4444'])
  })
})
