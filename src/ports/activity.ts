// What our own database keeps of who did what. It refuses to change what is there.

import type { Entry, NewEntry } from '../activity/entry.ts'

export interface Activity {
  /** For what is saved by nothing else; other stores write their entries with what they save. */
  record(entries: readonly NewEntry[], now: number): Promise<void>
  /** The newest first. */
  list(companyId: string, limit: number): Promise<readonly Entry[]>
}
