import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/mail/message.ts'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { mailOf, walletNews } from '../../src/payment-methods/wallet-news.ts'
import { aCard, aWallet, day, noon } from '../support/builders.ts'

const visa = aCard({ isDefault: true, last4: '4242', createdAt: noon })
const mastercard = aCard({ brand: 'mastercard', last4: '4444', createdAt: noon })
const [theVisa, theMastercard] = [visa, mastercard].map(({ brand, last4 }) => ({ brand, last4 }))

const backup = (card: PaymentMethod): PaymentMethod => ({ ...card, isDefault: false })
const asDefault = (card: PaymentMethod): PaymentMethod => ({ ...card, isDefault: true })
const leaving = (card: PaymentMethod): PaymentMethod => ({ ...card, isLeaving: true })

function told(before: readonly PaymentMethod[], after: readonly PaymentMethod[], now = noon): Message[] {
  return walletNews(aWallet(...before), aWallet(...after), now).map(({ message }) => message)
}

describe('A wallet', () => {
  it('in which nothing but the order or a date changed is no news', () => {
    const renewed = { ...mastercard, expiry: { month: 1, year: 2040 } }
    expect(told([visa, mastercard], [renewed, visa])).toEqual([])
  })

  it('gets its first card: one mail, which says that it is the default', () => {
    expect(told([], [visa])).toEqual([{ kind: 'card added', card: theVisa, isDefault: true }])
  })

  it('gets another card', () => {
    const added = { kind: 'card added', card: theMastercard, isDefault: false }
    expect(told([visa], [visa, mastercard])).toEqual([added])
  })

  it('gets a card that is the default at once: one mail', () => {
    const added = { kind: 'card added', card: theMastercard, isDefault: true }
    expect(told([visa], [backup(visa), asDefault(mastercard)])).toEqual([added])
  })

  it('that is seen for the first time tells nothing of the cards that its people have had for long', () => {
    expect(told([], [visa, mastercard], noon + day + 1)).toEqual([])
    expect(told([], [visa, mastercard], noon + day)).toHaveLength(2)
  })

  it('that we know tells of a card however late we hear of it', () => {
    expect(told([visa], [visa, mastercard], noon + 9 * day)).toHaveLength(1)
  })

  it('gets another default', () => {
    const changed = { kind: 'default changed', card: theMastercard, before: theVisa }
    expect(told([visa, mastercard], [backup(visa), asDefault(mastercard)])).toEqual([changed])
  })

  it('gets a default where it had none', () => {
    const changed = { kind: 'default changed', card: theVisa, before: null }
    expect(told([backup(visa)], [visa])).toEqual([changed])
  })

  it('loses a backup, and which card is charged is said', () => {
    const removed = { kind: 'card removed', card: theMastercard, chargedNow: theVisa, nothingLeft: false }
    expect(told([visa, mastercard], [visa])).toEqual([removed])
  })

  it('loses its default: one mail, which names the next', () => {
    const removed = { kind: 'card removed', card: theVisa, chargedNow: theMastercard, nothingLeft: false }
    expect(told([visa, mastercard], [asDefault(mastercard)])).toEqual([removed])
  })

  it('whose default is going tells of the next one when it is gone', () => {
    expect(told([leaving(visa), mastercard], [leaving(backup(visa)), asDefault(mastercard)])).toEqual([])
  })

  it('loses its last card, and that is said', () => {
    const removed = { kind: 'card removed', card: theVisa, chargedNow: null, nothingLeft: true }
    expect(told([visa], [])).toEqual([removed])
  })

  it('has a name for each occasion: the same card may be the default again later', () => {
    const before = aWallet(visa, mastercard)
    const after = aWallet(backup(visa), asDefault(mastercard))
    const [news] = walletNews(before, after, noon)
    const names = [2, 3].map((version) => news && mailOf('atelier', version, news).once)
    expect(names).toEqual([
      `wallet/v2/default changed/${mastercard.id}`,
      `wallet/v3/default changed/${mastercard.id}`,
    ])
  })
})
