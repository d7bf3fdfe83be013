// An order that the next setup intents take their time, as a bank's slow answer makes them.
export interface Processing {
  /** How many of the next ones. */
  times: number
  /** How it ends. */
  outcome: 'succeed' | 'fail'
  /** After how many milliseconds; without it, when told. */
  afterMs?: number
}
