import { describe, expect, it } from 'vitest'
import { expiryState } from '../../src/payment-methods/payment-method.ts'
import { aCard, day, noon } from '../support/builders.ts'

// The end of February 2028 on Baker Island, twelve hours behind UTC, the last place on earth where it is over.
const leapFebruary = { expiry: { month: 2, year: 2028 } }
const itsEnd = Date.parse('2028-02-29T23:59:59.999-12:00') + 1

describe('A card', () => {
  it('is good through the last day of its month, wherever on earth its holder is', () => {
    expect(expiryState(leapFebruary, itsEnd - 1)).toBe('soon')
    expect(expiryState(leapFebruary, itsEnd)).toBe('expired')
  })

  it('expires soon in its last thirty days', () => {
    expect(expiryState(leapFebruary, itsEnd - 30 * day - 1)).toBe('valid')
    expect(expiryState(leapFebruary, itsEnd - 30 * day)).toBe('soon')
  })

  it('of December expires with its year', () => {
    const december = { expiry: { month: 12, year: 2026 } }
    const end = Date.parse('2027-01-01T12:00:00Z')
    expect([expiryState(december, end - 1), expiryState(december, end)]).toEqual(['soon', 'expired'])
  })

  it('that the builder calls expired has expired', () => {
    expect(expiryState(aCard({ expired: true }), noon)).toBe('expired')
    expect(expiryState(aCard(), noon)).toBe('valid')
  })
})

it('What has no expiry never expires', () => {
  expect(expiryState({ expiry: null }, Number.MAX_SAFE_INTEGER)).toBe('valid')
})
