// How our own database is, and how much waits in it.

export interface Depths {
  /** Events that wait for their reaction. */
  readonly inbox: number
  /** Mail that no server has taken. */
  readonly outbox: number
  /** Invoices where a person has to look. */
  readonly reviews: number
}

export interface Health {
  /** Reads and writes, cheaply; throws StoreUnavailable where that cannot be. */
  prove(): Promise<void>
  depths(): Promise<Depths>
}
