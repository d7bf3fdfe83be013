// How often a password may be guessed. Only failures count: a try is counted before it is looked at, so that many at
// once get no further than one after the other, and taken back once it turns out to be right.
//
// Nobody is locked out for long. Whoever mistypes waits a minute, then a quarter of an hour, at their own network and
// for their own account. What others fail at from elsewhere counts too, or a thousand machines would have a thousand
// times as many guesses; so that they cannot keep the owner out by it, a browser that has signed in before counts by
// itself. See docs/decisions/013. Guesses a day at one account from everywhere: 200, where NIST SP 800-63B asks to slow
// down before 100 in a row, and where the passwords that are tried first are refused when they are chosen.

import { createHash } from 'node:crypto'
import type { Limit, Limits } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'
import { normalised } from './credentials.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export interface Guesser {
  /** As it was typed; whether anybody has this address makes no difference here. */
  readonly email: string
  readonly address: string | null
  /** The browser, where it has signed in to this account before. */
  readonly browser: string | null
}

export interface Try {
  readonly limits: readonly Limit[]
  /** Of the one who tries, and nobody else's. */
  readonly own: string
  readonly countedAt: number
}

/** The try that was counted, or when to come back. */
export async function beginTry(limits: Limits, guesser: Guesser, now: number): Promise<Try | number> {
  const begun = { limits: triesOf(guesser), own: ownKey(guesser), countedAt: now }
  return (await limits.take(begun.limits, now)) ?? begun
}

/** The password was right: their mistakes are forgotten, and what others do is counted on without this try. */
export async function tryWorked(limits: Limits, { limits: taken, own, countedAt }: Try): Promise<void> {
  const others = taken.map(({ key }) => key).filter((key) => key !== own)
  await limits.forget([own])
  if (others.length > 0) await limits.giveBack(others, countedAt)
}

/** Whoever has just set their password, by a link that only they were sent, need not wait to use it. */
export function startAnew(limits: Limits, guesser: Guesser): Promise<void> {
  return limits.forget(triesOf(guesser).map(({ key }) => key).filter((key) => !key.startsWith(networks))) // biome-ignore format: one thought
}

/** What stands for an e-mail address where it must not be read. */
export function accountOf(email: string): string {
  return createHash('sha256').update(normalised(email)).digest('base64url').slice(0, 22)
}

const networks = 'sign-in/network/'

function triesOf(guesser: Guesser): Limit[] {
  const own = [
    { key: ownKey(guesser), most: 5, within: minute },
    { key: ownKey(guesser), most: 10, within: 15 * minute },
  ]
  // Whoever knew the password once, and has it no more, is known as well.
  if (guesser.browser !== null) return [...own, { key: ownKey(guesser), most: 50, within: day }]
  const account = `sign-in/account/${accountOf(guesser.email)}`
  return [
    ...own,
    { key: account, most: 50, within: hour },
    { key: account, most: 200, within: day },
    { key: networks + networkOf(guesser.address), most: 100, within: hour },
  ]
}

function ownKey({ email, address, browser }: Guesser): string {
  if (browser !== null) return `sign-in/browser/${browser}`
  return `sign-in/account-and-network/${accountOf(email)}/${networkOf(address)}`
}
