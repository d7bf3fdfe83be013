// npm run timing -- [--tries N] [--seed S] [--of NAME]: whether answers that say the same also take the same time.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomFrom } from '../chaos/random.ts'
import type { House } from './furnish.ts'
import { measure, warmUpFor } from './measure.ts'
import { questions } from './questions.ts'
import { compare, quantile } from './two-samples.ts'

/** Below it, the two can be told apart. */
const significance = 0.001

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    of: { type: 'string' },
  },
})
const [tries = 0, seed = 0] = [values.tries, values.seed].map(Number)
const chosen = questions.filter(({ name }) => values.of === undefined || values.of === name)
if (!(tries > 0) || Number.isNaN(seed) || chosen.length === 0) {
  console.error(
    `npm run timing -- [--tries N] [--seed S] [--of ${questions.map(({ name }) => name).join('|')}]`,
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'guichet-timing-'))
const child = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('./house.ts', import.meta.url)),
    join(folder, 'guichet.db'),
    String(tries + warmUpFor(tries)),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
let toldApart = 0
try {
  const house = await housed()
  const random = randomFrom(seed)
  console.log(`${tries} of each, in the order of seed ${seed}, on one connection\n`)
  for (const question of chosen) {
    const times = [...(await measure(house, question, tries, random))]
    for (const [alternative, all] of times) console.log(`${alternative.padEnd(24)} ${summary(all)}`)
    const { distance, p } = compare(times[0]?.[1] ?? [], times[1]?.[1] ?? [])
    const isApart = p < significance
    if (isApart) toldApart += 1
    console.log(
      `${question.name}: Kolmogorov–Smirnov D ${distance.toFixed(3)}, p ${p.toPrecision(2)}: ${isApart ? 'TOLD APART' : 'not told apart'}\n`,
    )
  }
} finally {
  child.kill()
  rmSync(folder, { recursive: true })
}
process.exit(toldApart === 0 ? 0 : 1)

async function housed(): Promise<House> {
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line)
  }
  throw new Error('the desk did not start')
}

function summary(times: readonly number[]): string {
  const [low, middle, high, p99] = [0.25, 0.5, 0.75, 0.99].map((share) => quantile(times, share).toFixed(2))
  return `median ${middle} ms, half of them from ${low} to ${high} ms, p99 ${p99} ms`
}
