// Everything that a round leaves to chance comes from one seed.

export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** Both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** Undefined only where there is nothing. */
  any<Item>(items: readonly Item[]): Item | undefined
  shuffled<Item>(items: readonly Item[]): Item[]
}

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed)
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    any: (items) => items[between(0, items.length - 1)],
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
  }
}

/** The first round has the seed itself, so that a round's seed, given to the command, brings that round again. */
export function seedOfRound(seed: number, round: number): number {
  return round === 0 ? seed : Math.floor(mulberry32(seed + round * 7919)() * 2 ** 31)
}

function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
