// How often links that are good for nothing may be tried. Nobody guesses one, of 192 bits; whoever tries thirty has
// something else in mind than setting a password.

import type { Limit, Limits } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'

const hour = 60 * 60_000

function linksOf(address: string | null): readonly Limit[] {
  return [{ key: `password-link/network/${networkOf(address)}`, most: 30, within: hour }]
}

/** Looks for what the link leads to; null where it leads nowhere. A number: not looked for, and when to come back. */
export async function findBehindLink<T>(
  limits: Limits,
  address: string | null,
  now: number,
  find: () => Promise<T | null>,
): Promise<T | number | null> {
  const taken = linksOf(address)
  const comeBack = await limits.take(taken, now)
  if (comeBack !== null) return comeBack
  const found = await find()
  if (found !== null)
    await limits.giveBack(
      taken.map(({ key }) => key),
      now,
    )
  return found
}
