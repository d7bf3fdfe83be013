import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/company/company.ts'
import {
  asGivenRole,
  givenRoles,
  refusalOfChange,
  refusalOfHandOver,
  type Standing,
} from '../../src/members/team.ts'

function aTeam(people: Readonly<Record<string, Role>>): Standing[] {
  return Object.entries(people).map(([memberId, role]) => ({ memberId, role }))
}

const team = aTeam({
  alice: 'owner',
  erin: 'administrator',
  frank: 'administrator',
  bob: 'billing',
  dan: 'developer',
})
const changes = [...givenRoles, null]

describe('A change of role, or a removal', () => {
  it.each(['alice', 'erin'])('%s, who manages members, may make of everybody but the owner', (actor) => {
    for (const subject of ['erin', 'frank', 'bob', 'dan'])
      for (const change of changes) expect(refusalOfChange(team, actor, subject, change)).toBeNull()
  })

  it.each(['alice', 'erin'])('%s may not make of the owner', (actor) => {
    for (const change of changes) expect(refusalOfChange(team, actor, 'alice', change)).toBe('owner')
  })

  it.each(['bob', 'dan', 'charlie'])('%s may make of nobody, not even of themselves', (actor) => {
    for (const subject of ['alice', 'erin', 'bob', 'dan', 'charlie', 'nobody'])
      for (const change of changes) expect(refusalOfChange(team, actor, subject, change)).toBe('no right')
  })

  it('is of members of the company', () => {
    for (const change of changes) expect(refusalOfChange(team, 'alice', 'charlie', change)).toBe('missing')
  })
})

// A company that an operator took the owner from; the rule does not lean on there being one.
describe('Where nobody owns the company, the last who manages its billing', () => {
  const alone = aTeam({ erin: 'administrator', dan: 'developer' })

  it('stays, and keeps a role that manages it', () => {
    expect(refusalOfChange(alone, 'erin', 'erin', null)).toBe('last')
    expect(refusalOfChange(alone, 'erin', 'erin', 'developer')).toBe('last')
    expect(refusalOfChange(alone, 'erin', 'erin', 'billing')).toBeNull()
    expect(refusalOfChange(alone, 'erin', 'erin', 'administrator')).toBeNull()
  })

  it('may go once another does', () => {
    const two = aTeam({ erin: 'administrator', bob: 'billing' })
    expect(refusalOfChange(two, 'erin', 'erin', null)).toBeNull()
    expect(refusalOfChange(two, 'erin', 'bob', 'developer')).toBeNull()
  })

  it('keeps nobody else from going', () => {
    expect(refusalOfChange(alone, 'erin', 'dan', null)).toBeNull()
    expect(refusalOfChange(alone, 'erin', 'dan', 'billing')).toBeNull()
  })
})

describe('The company', () => {
  it('is handed over by its owner, to any other member', () => {
    for (const heir of ['erin', 'bob', 'dan']) expect(refusalOfHandOver(team, 'alice', heir)).toBeNull()
    expect(refusalOfHandOver(team, 'alice', 'alice')).toBe('owner')
    expect(refusalOfHandOver(team, 'alice', 'charlie')).toBe('missing')
  })

  it.each(['erin', 'bob', 'dan', 'charlie'])('is not handed over by %s', (actor) => {
    for (const heir of ['alice', actor, 'charlie'])
      expect(refusalOfHandOver(team, actor, heir)).toBe('no right')
  })
})

it('a role that can be given is one of three, to the letter', () => {
  expect(givenRoles.map((role) => asGivenRole(role))).toEqual(givenRoles)
  for (const text of [
    'owner',
    'Administrator',
    ' billing',
    '',
    '__proto__',
    'constructor',
    'billing,developer',
  ])
    expect(asGivenRole(text)).toBeUndefined()
})
