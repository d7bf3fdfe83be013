import { describe, expect, it } from 'vitest'
import { expiryNews, noticeDue } from '../../src/payment-methods/expiring.ts'
import { expiryEnd } from '../../src/payment-methods/payment-method.ts'
import { aCard, aWallet, day, noon } from '../support/builders.ts'

const expiry = { month: 11, year: 2026 }
const card = aCard({ expiry })
const end = expiryEnd(expiry)

describe('A card', () => {
  it.each([
    ['thirty-one days before it expires', 31 * day, null],
    ['thirty days before', 30 * day, 30],
    ['eight days before', 8 * day, 30],
    ['seven days before', 7 * day, 7],
    ['in its last hour', 1, 7],
    ['that has expired', 0, null],
    ['that expired long ago', -90 * day, null],
  ] as const)('%s is due its notice', (_when, left, notice) => {
    expect(noticeDue(card, end - left)).toBe(notice)
  })

  it('that is leaving is due none, nor what does not expire', () => {
    expect(noticeDue(aCard({ expiry, isLeaving: true }), end - day)).toBeNull()
    expect(noticeDue(aCard({ expiry: null }), end - day)).toBeNull()
  })
})

it('Each card, each date and each notice is an occasion of its own', () => {
  const wallet = aWallet(card, aCard())
  const message = { kind: 'card expires', card: { brand: 'visa', last4: '4242' }, expiry }
  expect(expiryNews('atelier', wallet, noon)).toEqual([
    { companyId: 'atelier', message: { ...message, days: 30 }, once: `expires/${card.id}/2026-11/30` },
  ])
  expect(expiryNews('atelier', wallet, end - day)).toEqual([
    { companyId: 'atelier', message: { ...message, days: 7 }, once: `expires/${card.id}/2026-11/7` },
  ])
})
