import { expect, it } from 'vitest'
import { bareCode, newRecoveryCodes } from '../../src/sign-in/recovery-codes.ts'

it('there are ten, in groups to be copied, and no two are the same', () => {
  const codes = Array.from({ length: 20 }, newRecoveryCodes)
  for (const ten of codes) expect(ten).toHaveLength(10)
  for (const code of codes.flat()) expect(code).toMatch(/^([0-9abcdefghjkmnpqrstvwxyz]{4}-){2}[0-9a-z]{4}$/)
  expect(new Set(codes.flat()).size).toBe(200)
})

it.each([
  ['as it is shown', 'k7m2-9xqp-4hrt'],
  ['without its hyphens', 'k7m29xqp4hrt'],
  ['with spaces and in capitals', ' K7M2 9XQP\u00a04HRT\n'],
  ['with other hyphens', 'k7m2–9xqp\u20114hrt'],
  ['in wide letters', 'ｋ７ｍ２-9xqp-4hrt'],
])('a code may be typed %s', (_name, typed) => expect(bareCode(typed)).toBe('k7m29xqp4hrt'))

it('letters that look like digits are read as these', () => {
  expect(bareCode('OoIi-LlOo-IiLl')).toBe('001111001111')
})

it.each(['', '123456', 'k7m2-9xqp-4hr', 'k7m2-9xqp-4hrtt', 'k7m2-9xqp-4hru', 'k7m2 9xqp 4hr%'])(
  '%j is no code',
  (typed) => expect(bareCode(typed)).toBeNull(),
)
