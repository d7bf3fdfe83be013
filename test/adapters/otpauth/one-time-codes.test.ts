import { describe, expect, it } from 'vitest'
import { otpauthCodes } from '../../../src/adapters/otpauth/one-time-codes.ts'

const codes = otpauthCodes()
// RFC 6238, appendix B: the secret of its examples, and the last six of their eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const second = 1000

describe('A code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is, %i s after the epoch, the one of RFC 6238', (at, code) => {
    expect(codes.stepOf(secret, code, at * second)).toBe(Math.floor(at / 30))
  })

  it('belongs to its own half minute, also when it comes one early or one late, and to none two away', () => {
    const step = Math.floor(1111111109 / 30)
    const at = (halfMinutes: number) => codes.stepOf(secret, '081804', (step + halfMinutes) * 30 * second)
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step, step, step, null])
  })

  it.each(['', '081805', '81804', '0818040', 'abcdef'])('is not %j', (code) => {
    expect(codes.stepOf(secret, code, 1111111109 * second)).toBeNull()
  })
})

it('secrets have 160 bits and are never the same', () => {
  const secrets = Array.from({ length: 50 }, () => codes.newSecret())
  for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/)
  expect(new Set(secrets).size).toBe(50)
})

it('the address names product, person, secret and how codes are made', () => {
  const url = new URL(codes.addressOf(secret, 'alice@atelier.example', 'Guichet'))
  expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Guichet:alice@atelier.example',
  ])
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: 'Guichet',
    secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
