// When an attempt that is still open is asked after again.

import { randomInt } from 'node:crypto'
import type { Ports } from '../ports/ports.ts'
import type { Attempt, OpenOutcome } from './attempt.ts'

const firstPause = 2_000
const longestPause = 3 * 60_000

/** The pauses double, and differ: many that were turned away at once do not come back at once. */
export async function postpone(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { id, tries }: Attempt,
  outcome: OpenOutcome,
): Promise<void> {
  const pause = Math.min(firstPause * 2 ** Math.min(tries - 1, 20), longestPause)
  await store.invoices.postpone(id, outcome, clock.now() + Math.round(pause * (0.5 + randomInt(1000) / 1000)))
}
