// Whether two samples may come from the same distribution: the Kolmogorov–Smirnov test, which sees a shift as well as
// another shape. Source: Press et al., Numerical Recipes, 3rd ed., 14.3.3, with Stephens' correction for small samples.

export interface Comparison {
  /** The largest distance between the two empirical distributions, from 0 to 1. */
  readonly distance: number
  /** How likely a distance as large as this is where both are the same. */
  readonly p: number
}

export function compare(one: readonly number[], other: readonly number[]): Comparison {
  const distance = largestDistance(sorted(one), sorted(other))
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length))
  return { distance, p: tail((size + 0.12 + 0.11 / size) * distance) }
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const all = sorted(values)
  return all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? Number.NaN
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((one, other) => one - other)
}

function largestDistance(one: readonly number[], other: readonly number[]): number {
  let [at, beside, distance] = [0, 0, 0]
  while (at < one.length && beside < other.length) {
    const value = Math.min(one[at] ?? 0, other[beside] ?? 0)
    while (at < one.length && one[at] === value) at += 1
    while (beside < other.length && other[beside] === value) beside += 1
    distance = Math.max(distance, Math.abs(at / one.length - beside / other.length))
  }
  return distance
}

// Kolmogorov's series. Below 0.2 it is 1 to more digits than anybody reads, and converges slowly.
function tail(scaled: number): number {
  if (scaled < 0.2) return 1
  let sum = 0
  for (let term = 1; term <= 100; term += 1) {
    sum += (term % 2 === 1 ? 2 : -2) * Math.exp(-2 * term * term * scaled * scaled)
  }
  return Math.min(1, Math.max(0, sum))
}
