// How often a password, a code or a link may be tried for. What people typed stands in no key as they typed it.

import { createHash } from 'node:crypto'
import type { Limit } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Of somebody who is signed in, and gives their password again. */
export function passwordLimits(memberId: string): Limit[] {
  const key = `password/account/${memberId}`
  return [
    { key, most: 5, within: 10 * minute },
    { key, most: 30, within: day },
  ]
}

/** How many codes one right password is good for. */
export function triesLimit(awaitingId: string): Limit {
  return { key: `code/sign-in/${awaitingId}`, most: 5, within: 10 * minute }
}

// Three of a million codes are right at a time: thirty tries a day find one in a century.
export function codeLimits(memberId: string, address: string | null): Limit[] {
  const key = `code/account/${memberId}`
  return [
    { key, most: 10, within: 10 * minute },
    { key, most: 30, within: day },
    { key: `code/network/${networkOf(address)}`, most: 30, within: 10 * minute },
  ]
}

export function resetLimits(email: string, address: string | null): Limit[] {
  const digest = createHash('sha256').update(email).digest('base64url')
  return [
    { key: `forgotten/account/${digest}`, most: 3, within: hour },
    { key: `forgotten/network/${networkOf(address)}`, most: 10, within: hour },
  ]
}
