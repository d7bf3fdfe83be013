import { describe, expect, it } from 'vitest'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import {
  backupPlace,
  backupsOf,
  defaultOf,
  find,
  mayBecomeDefault,
  moved,
  successorOf,
  twinOf,
} from '../../src/payment-methods/wallet.ts'
import { aCard, aWallet, idsOf } from '../support/builders.ts'

const first = aCard()
const second = aCard()
const third = aCard()
const theDefault = aCard({ isDefault: true })
const leaving = aCard({ isLeaving: true })
const withoutConsent = aCard({ mayBeBackup: false })
const empty = aWallet()

describe('A wallet', () => {
  it('knows its default and its cards', () => {
    const wallet = aWallet(first, theDefault)
    expect(defaultOf(wallet)).toBe(theDefault)
    expect(find(wallet, first.id)).toBe(first)
    expect(find(wallet, second.id)).toBeUndefined()
    expect(defaultOf(empty)).toBeUndefined()
  })

  it('has as backups, in their order, those that stay and were agreed to', () => {
    const wallet = aWallet(second, leaving, theDefault, withoutConsent, first)
    expect(backupsOf(wallet)).toEqual([second, first])
    expect(idsOf(wallet.methods).map((id) => backupPlace(wallet, id))).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      2,
    ])
  })

  it('lets neither the default nor a card that is leaving become the default', () => {
    expect([first, withoutConsent, theDefault, leaving].map(mayBecomeDefault)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('When the default goes', () => {
  it('the first backup follows, even over cards before it that were never agreed to', () => {
    expect(successorOf(aWallet(withoutConsent, theDefault, first, second), theDefault.id)).toBe(first)
  })

  it('a card without consent follows where there is no backup', () => {
    expect(successorOf(aWallet(theDefault, leaving, withoutConsent), theDefault.id)).toBe(withoutConsent)
  })

  it('nobody follows where all others are leaving, too', () => {
    expect(successorOf(aWallet(theDefault, leaving), theDefault.id)).toBeUndefined()
  })
})

it('When another card goes, or none that is there, the default stays', () => {
  const wallet = aWallet(first, theDefault)
  expect(successorOf(wallet, first.id)).toBe(theDefault)
  expect(successorOf(wallet, 'pm_unknown')).toBe(theDefault)
})

describe('A backup moves', () => {
  const wallet = aWallet(first, theDefault, second, leaving, withoutConsent, third)
  const orderAfter = (id: string, direction: 'up' | 'down') => moved(wallet, id, direction)
  const order = (...methods: PaymentMethod[]) => idsOf(methods)

  it('across the default, which stays where it is', () => {
    const across = order(second, theDefault, first, leaving, withoutConsent, third)
    expect(orderAfter(first.id, 'down')).toEqual(across)
    expect(orderAfter(second.id, 'up')).toEqual(across)
  })

  it('across cards that are no backups', () => {
    expect(orderAfter(third.id, 'up')).toEqual(
      order(first, theDefault, third, leaving, withoutConsent, second),
    )
  })

  it('no further than the ends', () => {
    expect(orderAfter(first.id, 'up')).toBeUndefined()
    expect(orderAfter(third.id, 'down')).toBeUndefined()
  })

  it.each([
    ['the default', theDefault.id],
    ['a card that is leaving', leaving.id],
    ['a card without consent', withoutConsent.id],
    ['an unknown card', 'pm_unknown'],
  ])('but not %s', (_what, id) => {
    expect([orderAfter(id, 'up'), orderAfter(id, 'down')]).toEqual([undefined, undefined])
  })
})

describe('A card saved twice', () => {
  const older = aCard({ fingerprint: 'same', createdAt: 1 })
  const newer = aCard({ fingerprint: 'same', createdAt: 2 })

  it('has its older row for a twin, wherever that stands', () => {
    expect(twinOf(aWallet(newer, first, older), newer)).toBe(older)
    expect(twinOf(aWallet(newer, first, older), older)).toBeUndefined()
  })

  it('has one twin and not two where both were made in one second', () => {
    const [one, other] = [
      aCard({ id: 'pm_a', fingerprint: 'f', createdAt: 1 }),
      aCard({ id: 'pm_b', fingerprint: 'f', createdAt: 1 }),
    ]
    const wallet = aWallet(one, other)
    expect([twinOf(wallet, one), twinOf(wallet, other)]).toEqual([undefined, one])
  })

  it('has none once its owner keeps both', () => {
    const kept = { ...newer, duplicateKept: true }
    expect(twinOf(aWallet(older, kept), kept)).toBeUndefined()
  })
})

it('Cards without a fingerprint are no twins', () => {
  const [one, other] = [aCard({ fingerprint: null }), aCard({ fingerprint: null })]
  expect(twinOf(aWallet(one, other), other)).toBeUndefined()
})
