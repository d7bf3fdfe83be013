// What the product promises of its pages, each sentence decidable in a browser or by HTTP.

/** Where an assertion holds: on every page that is looked at, or on the walks that are about it. */
export type Scope = 'pages' | 'walks'

export interface Assertion {
  readonly text: string
  readonly scope: Scope
  /** Why it does not apply to the pages that have no cell for it. */
  readonly elsewhere: string
}

export type Assertions = Readonly<Record<number, Assertion>>

/** What was found: nothing wrong, faults in words, or (null) nothing that the assertion is about. */
export type Findings = Readonly<Record<number, readonly string[] | null>>

export interface Cell {
  readonly assertion: number
  readonly page: string
  /** Such as: fr, without JavaScript. */
  readonly seen: string
  readonly faults: readonly string[] | null
}
