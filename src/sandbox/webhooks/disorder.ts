// What a network does to events, on order and by a seed: some are lost, some come twice, some come late.
export interface DisorderOrder {
  seed: number
  /** Of a hundred events, how many never arrive; they count as failed. */
  lose?: number
  /** Of a hundred events, how many arrive twice. */
  repeat?: number
  /** Each is held back by up to so many milliseconds, which changes their order. */
  delayMs?: number
}

export interface Disorder {
  /** Null ends it. */
  order(order: DisorderOrder | null): void
  /** After how many milliseconds the next event is to be delivered, once or twice or never. */
  delays(): number[]
}

export function eventDisorder(): Disorder {
  let ordered: DisorderOrder | null = null
  let random = randomFrom(0)

  return {
    order(order) {
      ordered = order
      random = randomFrom(order?.seed ?? 0)
    },
    delays() {
      if (ordered === null) return [0]
      const { lose = 0, repeat = 0, delayMs = 0 } = ordered
      const [lost, twice] = [random() * 100 < lose, random() * 100 < repeat]
      const copies = lost ? [] : twice ? [1, 2] : [1]
      return copies.map(() => Math.floor(random() * delayMs))
    },
  }
}

/** Mulberry32: small, quick, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
