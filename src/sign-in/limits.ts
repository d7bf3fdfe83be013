// How often a password, a code or a link may be tried for. What people typed stands in no key as they typed it.

import { createHash } from 'node:crypto'
import type { Limit, Limits } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const networks = 'code/network/'

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

/**
 * Three of a million codes are right at a time: thirty tries a day find one in a century. A browser that has signed in
 * before has tries of its own, so that who found out the password does not keep its owner out by trying codes; all such
 * browsers together have a hundred a day.
 */
export function codeLimits(memberId: string, address: string | null, browser: string | null): Limit[] {
  const key = browser === null ? `code/account/${memberId}` : `code/browser/${memberId}/${browser}`
  return [
    { key, most: 10, within: 10 * minute },
    { key, most: 30, within: day },
    ...(browser === null ? [] : [{ key: `code/browsers/${memberId}`, most: 100, within: day }]),
    { key: networks + networkOf(address), most: 30, within: 10 * minute },
  ]
}

/** Their mistakes are forgotten; of what others do at their network, this try alone. */
export async function codeWorked(limits: Limits, taken: readonly Limit[], countedAt: number): Promise<void> {
  const keys = [...new Set(taken.map(({ key }) => key))]
  await limits.forget(keys.filter((key) => !key.startsWith(networks)))
  await limits.giveBack(
    keys.filter((key) => key.startsWith(networks)),
    countedAt,
  )
}

export function resetLimits(email: string, address: string | null): Limit[] {
  const digest = createHash('sha256').update(email).digest('base64url')
  return [
    { key: `forgotten/account/${digest}`, most: 3, within: hour },
    { key: `forgotten/network/${networkOf(address)}`, most: 10, within: hour },
  ]
}
