// The short run: a few trials through every kind of trouble. The long one is a command; see README.md here.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { chaos } from './chaos.ts'
import { isClean, lastLine } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test.each([
  { workers: 1, seed: 2 },
  { workers: 2, seed: 4 },
])(
  'nobody is charged twice, nothing is stuck, and both sides agree: $workers at work',
  async ({ workers, seed }) => {
    const said: string[] = []
    const say = (line: string): void => void said.push(line)
    const tally = await chaos({ trials: 6, seed, workers, database: 'sqlite', root, say })
    expect(said).toEqual([])
    expect(lastLine(tally)).toMatch(/^trials 6, charges \d+, doubles 0, disagreements 0, stuck 0$/)
    expect(isClean(tally)).toBe(true)
    expect(tally.charges).toBeGreaterThan(0)
  },
  180_000,
)
