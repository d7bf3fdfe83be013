// What a database was used with: the sandbox, or test or live keys of Stripe's. What one of them calls a customer or a
// card, the others do not know; and the people of the sandbox have a password that everybody knows.

import type { StripeKeys } from './config-stripe.ts'
import type { Marks } from './ports/invoices.ts'

const mark = 'stripe mode'
const modes = ['the sandbox', 'test keys', 'live keys'] as const

/** Remembers it the first time; afterwards a fault where it is another. */
export async function faultOfMode(marks: Marks, keys: StripeKeys | undefined): Promise<string | undefined> {
  const wanted = keys === undefined ? 0 : keys.livemode ? 2 : 1
  const known = await marks.read(mark)
  if (known === null) await marks.write(mark, wanted)
  if (known === null || known === wanted) return undefined
  return `DATABASE_URL: this database was used with ${modes[known] ?? 'other keys'}, and cannot be with ${modes[wanted]}. Take another one.`
}
