// What is done once everything was said, at a moment that nobody can guess. Done at once, it would hold up the very
// next request on a database that writes one thing at a time, and how long that took would tell whether there was
// anything to do.

export interface Afterwards {
  /** `work` reports its own failures. */
  later(work: () => Promise<void>): void
  /** Does now what was put off, and resolves once it is done. */
  finish(): Promise<void>
}

/** `longest`: in milliseconds. */
export function afterwards(longest: number): Afterwards {
  const waiting = new Map<NodeJS.Timeout, () => Promise<void>>()
  const underWay = new Set<Promise<void>>()

  function start(timer: NodeJS.Timeout): void {
    const work = waiting.get(timer)
    clearTimeout(timer)
    waiting.delete(timer)
    if (!work) return
    const done = work().finally(() => underWay.delete(done))
    underWay.add(done)
  }

  return {
    later(work) {
      const timer = setTimeout(() => start(timer), longest * Math.random())
      waiting.set(timer, work)
    },
    async finish() {
      for (const timer of [...waiting.keys()]) start(timer)
      await Promise.all(underWay)
    },
  }
}
