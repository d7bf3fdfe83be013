import { expect, it } from 'vitest'
import { may, type Role } from '../../src/company/company.ts'

const permissions: readonly [Role, boolean, boolean][] = [
  ['owner', true, true],
  ['administrator', true, true],
  ['billing', true, false],
  ['developer', false, false],
]

it.each(permissions)('lets the %s manage billing: %s, and members: %s', (role, billing, members) => {
  expect(may(role, 'manage billing')).toBe(billing)
  expect(may(role, 'manage members')).toBe(members)
})
