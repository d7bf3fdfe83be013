// One at a time, first come first served.
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseBusy } from './database.ts'

export class Turns {
  #last: Promise<void> = Promise.resolve()
  #taken = 0

  /** Does the work when its turn comes, or throws DatabaseBusy if that is not within `patience` milliseconds. */
  async take<T>(patience: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    this.#taken += 1
    try {
      if (this.#taken > 1) await within(patience, before)
      return await work()
    } finally {
      this.#taken -= 1
      // Who gives up waiting must not let the next one overtake those before.
      void before.then(resolve)
    }
  }
}

async function within(patience: number, turn: Promise<void>): Promise<void> {
  const impatience = new AbortController()
  const tooLate = pause(patience, undefined, { signal: impatience.signal }).then(
    () => {
      throw new DatabaseBusy(`Waited ${patience} ms for other writes of this process.`)
    },
    () => {},
  )
  try {
    await Promise.race([turn, tooLate])
  } finally {
    impatience.abort()
  }
}
