// What the harness orders of a server from inside its own process. The product knows of none of it.

/** A named place at which the process kills itself. */
export interface DeathPoint {
  readonly when: 'before' | 'sent' | 'after'
  readonly what: 'statement' | 'request' | 'webhook'
  /** A regular expression that the statement's or the request's text has to fit. */
  readonly pattern: string
  /** The how manieth time from now on. */
  readonly nth: number
}

export type DiskState = 'well' | 'full' | 'read-only'

export interface Orders {
  /** By how many milliseconds the process's clock is ahead. */
  readonly ahead?: number
  /** Null: it lives on. */
  readonly death?: DeathPoint | null
  readonly disk?: DiskState
}

/** How the orders of the first moment get in, before there is a channel. */
export const ordersVariable = 'CHAOS_ORDERS'
