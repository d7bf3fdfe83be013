export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  pause(milliseconds: number): Promise<void>
}
