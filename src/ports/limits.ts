// How often something may be done, counted where all processes see it.

export interface Limit {
  /** What is limited, and of whom: `sign-in/account/…`. Nothing that a person typed stands in it as it was typed. */
  readonly key: string
  readonly most: number
  /** In milliseconds, back from now. */
  readonly within: number
}

export interface Limits {
  /**
   * Counts one act against all of these, or against none where one of them is reached. Null: it may be done; else
   * when to come back, in epoch milliseconds. Several limits of one key count it once. `act`: what it is, where the
   * same one may be asked for twice; it counts once, and is let through again.
   */
  take(limits: readonly Limit[], now: number, act?: string): Promise<number | null>
  /** Takes back one act that was counted at that time: it turned out to be none of those that are limited. */
  giveBack(keys: readonly string[], countedAt: number): Promise<void>
  /** Who has shown that they are who they say starts anew. */
  forget(keys: readonly string[]): Promise<void>
  prune(now: number): Promise<void>
}
