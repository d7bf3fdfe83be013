import { expect, it } from 'vitest'
import { randomFrom } from '../chaos/random.ts'
import { compare, quantile } from './two-samples.ts'

const steps = (count: number, from = 0): number[] => Array.from({ length: count }, (_, at) => from + at)

it('gives the tail of Kolmogorov’s distribution: its published critical values', () => {
  // D × √(n/2) of two samples of 1,000 each: 1.36 at 5 %, 1.63 at 1 %, 1.95 at 0.1 %.
  for (const [critical, p] of [
    [1.36, 0.05],
    [1.63, 0.01],
    [1.95, 0.001],
  ] as const) {
    const shift = Math.round((critical / Math.sqrt(500)) * 1000)
    expect(compare(steps(1000), steps(1000, shift)).distance).toBeCloseTo(shift / 1000, 10)
    expect(compare(steps(1000), steps(1000, shift)).p / p).toBeCloseTo(1, 0)
  }
})

it('tells nothing apart that is the same, and everything that has nothing in common', () => {
  expect(compare(steps(50), steps(50))).toEqual({ distance: 0, p: 1 })
  expect(compare(steps(50), steps(50, 100))).toMatchObject({
    distance: 1,
    p: expect.toSatisfy((p) => p < 1e-15),
  })
  expect(compare([1, 1, 1, 2], [1, 1, 1, 2, 1, 1, 1, 2]).distance).toBe(0)
})

it('sees another shape around the same middle', () => {
  const narrow = steps(1000).map((each) => each / 1000 - 0.5)
  expect(
    compare(
      narrow,
      narrow.map((each) => each * 2),
    ).p,
  ).toBeLessThan(0.001)
})

it('takes the same for different as seldom as it says: about 10 of 200 pairs at 5 %', () => {
  const random = randomFrom(7)
  const sample = (): number[] => Array.from({ length: 200 }, () => random.next() ** 2)
  const wrong = Array.from({ length: 200 }, () => compare(sample(), sample()).p).filter((p) => p < 0.05)
  expect(wrong.length).toBeGreaterThan(2)
  expect(wrong.length).toBeLessThan(22)
})

it('finds the value below which a share of them lies', () => {
  expect([0.25, 0.5, 0.75].map((share) => quantile([4, 1, 3, 2], share))).toEqual([2, 3, 4])
})
