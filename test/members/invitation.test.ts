import { expect, it } from 'vitest'
import { stateOf } from '../../src/members/invitation.ts'
import { hashOf, invitationTokens } from '../../src/members/invitation-tokens.ts'
import { hour, noon } from '../support/builders.ts'

const open = { expiresAt: noon + hour, withdrawnAt: null, acceptedAt: null }

it('an invitation is open until it expires, is used or is withdrawn', () => {
  expect(stateOf(open, noon)).toBe('open')
  expect(stateOf(open, noon + hour - 1)).toBe('open')
  expect(stateOf(open, noon + hour)).toBe('expired')
  expect(stateOf({ ...open, acceptedAt: noon }, noon + 9 * hour)).toBe('used')
  expect(stateOf({ ...open, withdrawnAt: noon }, noon + 9 * hour)).toBe('withdrawn')
})

it('one that expired and was then put away has expired', () => {
  expect(stateOf({ ...open, withdrawnAt: noon + hour }, noon + 9 * hour)).toBe('expired')
})

const [one, other] = [
  'a secret of more than thirty-two characters',
  'another of more than thirty-two characters',
]

it('a link’s token is its invitation’s and its round’s alone, and nobody makes it without the secret', () => {
  const tokens = invitationTokens([one])
  const made = [
    tokens.make({ id: 'a', round: 1 }),
    tokens.make({ id: 'a', round: 2 }),
    tokens.make({ id: 'b', round: 1 }),
    invitationTokens([other]).make({ id: 'a', round: 1 }),
  ]
  expect(new Set(made).size).toBe(4)
  expect(tokens.make({ id: 'a', round: 1 })).toBe(made[0])
  for (const token of made) expect(token).toMatch(/^[\w-]{43}$/)
})

it('a token that an older secret made is found as long as that secret is among ours', () => {
  const named = { id: 'a', round: 1 }
  const token = invitationTokens([one]).make(named)
  const invitation = { ...named, tokenHash: hashOf(token) }
  expect(invitationTokens([other, one]).of(invitation)).toBe(token)
  expect(invitationTokens([other, one]).make(named)).not.toBe(token)
  expect(invitationTokens([other]).of(invitation)).toBe(invitationTokens([other]).make(named))
})

it('there are no invitations without a secret', () => {
  expect(() => invitationTokens([]).make({ id: 'a', round: 1 })).toThrow('invitations need a secret')
})
