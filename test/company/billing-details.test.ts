import { describe, expect, it } from 'vitest'
import {
  type BillingDetails,
  type DetailsFault,
  faultsOf,
  looksLikeAnAddress,
  taxIdType,
} from '../../src/company/billing-details.ts'
import { someDetails } from '../support/builders.ts'

const countries = new Set(['FR', 'CA', 'PF'])

describe('Billing details', () => {
  it('have no fault with a name and an e-mail address alone', () => {
    const little = someDetails({ city: '', country: '', taxId: '' })
    expect(faultsOf(little, countries)).toEqual([])
  })

  it('have no fault when all is filled in', () => {
    expect(faultsOf(someDetails({ country: 'FR', taxId: 'FR12345678901' }), countries)).toEqual([])
  })

  const faults: readonly [string, Partial<BillingDetails>, DetailsFault][] = [
    ['a name', { name: '' }, { field: 'name', why: 'missing' }],
    ['an address', { email: '' }, { field: 'email', why: 'missing' }],
    ['a true address', { email: 'alice' }, { field: 'email', why: 'malformed' }],
    ['a country that exists', { country: 'XX' }, { field: 'country', why: 'unknown' }],
    ['a country in capitals', { country: 'fr' }, { field: 'country', why: 'unknown' }],
    ['a country for its tax number', { country: '', taxId: '1' }, { field: 'taxId', why: 'no country' }],
    ['a country with tax numbers', { country: 'PF', taxId: '1' }, { field: 'taxId', why: 'no such number' }],
  ]
  it.each(faults)('need %s', (_need, change, fault) => {
    expect(faultsOf(someDetails(change), countries)).toEqual([fault])
  })

  it('tell every fault at once, in the order of the form', () => {
    const details = someDetails({ name: '', country: '', taxId: '1', email: '@' })
    expect(faultsOf(details, countries).map(({ field }) => field)).toEqual(['name', 'taxId', 'email'])
  })

  it('blame an unknown country once, not its tax number too', () => {
    const details = someDetails({ country: 'XX', taxId: '1' })
    expect(faultsOf(details, countries).map(({ field }) => field)).toEqual(['country'])
  })
})

describe('A tax number', () => {
  it.each([
    ['FR', 'eu_vat'],
    ['CA', 'ca_bn'],
    ['GB', 'gb_vat'],
    ['CH', 'ch_vat'],
  ])('of a company in %s is of type %s', (country, type) => expect(taxIdType(country)).toBe(type))

  it.each(['', 'PF', 'constructor', '__proto__'])('has no type in the country %j', (country) =>
    expect(taxIdType(country)).toBeUndefined(),
  )
})

describe('An e-mail address', () => {
  it.each(['alice@example.com', 'a.b+c@sub.example.co.uk', 'élise@exämple.fr', "o'neil@example.org"])(
    'may be %s',
    (address) => expect(looksLikeAnAddress(address)).toBe(true),
  )

  it.each([
    '',
    'alice',
    '@example.com',
    'alice@',
    'alice@example',
    'alice@example.',
    'a@b@example.com',
    'alice @example.com',
    'Alice <alice@example.com>',
    'alice@example.com>',
    'alice@example.com,bob',
    'alice@example.com;bob',
    'alice@example.com\r\nBcc: all',
    'alice\0@example.com',
    `${'a'.repeat(250)}@example.com`,
  ])('is not %j', (text) => expect(looksLikeAnAddress(text)).toBe(false))

  it('is judged at once, however long it is', () => {
    const began = performance.now()
    looksLikeAnAddress(`a@${'.a'.repeat(500_000)}@`)
    looksLikeAnAddress(`a@${'.'.repeat(252)}`)
    expect(performance.now() - began).toBeLessThan(100)
  })
})
