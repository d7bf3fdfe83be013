// What is older than the log is kept for goes, some at a time: nobody waits for a long deletion.

import type { Ports } from '../ports/ports.ts'

const day = 24 * 60 * 60_000
const atOnce = 500

export async function pruneActivity(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  days: number,
  isStopping: () => boolean,
): Promise<void> {
  const tooOld = clock.now() - days * day
  // By the clock of this moment it is too old, and by the mark: that one may have been moved by a clock that was ahead.
  const before = Math.min(tooOld, await store.activity.keepSince(tooOld))
  while (!isStopping() && (await store.activity.prune(before, atOnce)) === atOnce);
}
