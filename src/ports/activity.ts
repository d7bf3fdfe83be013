// What our own database keeps of who did what. It refuses to change what is there.

import type { Action, Entry, NewEntry, Result } from '../activity/entry.ts'

/** The place of an entry among its company's. */
export interface EntryPlace {
  readonly at: number
  readonly id: string
}

export interface EntryFilter {
  /** Of a member, of the program itself, or what came to pass at Stripe. */
  readonly by?: { readonly memberId: string } | 'guichet' | 'stripe'
  readonly actions?: readonly Action[]
  readonly result?: Result
  /** Epoch milliseconds; until then, and not at it. */
  readonly from?: number
  readonly until?: number
}

export interface Person {
  readonly id: string
  readonly name: string
}

export interface Activity {
  /** For what is saved by nothing else; other stores write their entries with what they save. */
  record(entries: readonly NewEntry[], now: number): Promise<void>
  /** The newest first. */
  list(companyId: string, limit: number): Promise<readonly Entry[]>
  /** The newest first, always: those next to a place, on its older or its newer side, or the newest of all. */
  find(
    companyId: string,
    filter: EntryFilter,
    next: { readonly than: EntryPlace; readonly side: 'older' | 'newer' } | null,
    limit: number,
  ): Promise<readonly Entry[]>
  /** Who belongs to the company, and whoever did something there, by name. */
  people(companyId: string): Promise<readonly Person[]>
  /** Those of them that somebody knows by name still. */
  named(memberIds: readonly string[]): Promise<readonly Person[]>
  /**
   * Everything since then is kept from now on: `wanted`, or less. The mark goes forward only, and by a day at most each
   * time: a clock that jumps ahead costs no more than that before somebody sets it right.
   */
  keepSince(wanted: number): Promise<number>
  /** Lets go of some entries that are older, and not kept any more; how many. */
  prune(before: number, limit: number): Promise<number>
}
