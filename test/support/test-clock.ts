import type { Clock } from '../../src/ports/clock.ts'
import { noon } from './builders.ts'

/** Time passes when told to, and while somebody pauses; everyone else gets a turn meanwhile. */
export class TestClock implements Clock {
  #now = noon

  now(): number {
    return this.#now
  }

  async pause(milliseconds: number): Promise<void> {
    this.pass(milliseconds)
    await new Promise((resolve) => setImmediate(resolve))
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds
  }
}
