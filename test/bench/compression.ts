// npm run bench:compression: what it costs to compress the payment-methods page (signed in, five cards) as it is made,
// in requests a second and in time alone, beside what it spares in bytes. All in one run, in turns.

import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ways } from './encodings.ts'
import { type Contender, connections, rateColumns, spread, start, takeTurns } from './turns.ts'

const rounds = Number(process.argv[2] ?? 15)
const seconds = 1
const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))

const all: Contender[] = []
for (const [name, way] of Object.entries(ways)) {
  const database = join(folder, `${all.length}.db`)
  const headers = { 'accept-encoding': way?.name ?? 'identity', 'sec-fetch-site': 'same-origin' }
  all.push(await start(name, ['guichet', database, name], headers))
}
const [plain] = all
if (!plain) throw new Error('nobody to measure')
const page = await pageOf(plain)
const sizes = new Map<Contender, number>()
for (const each of all) sizes.set(each, (await pageOf(each)).length)
await takeTurns(all, { rounds, seconds })
for (const each of all) each.process.kill()
rmSync(folder, { recursive: true })
report()

/** As it travels. */
function pageOf({ url, headers }: Contender): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(Buffer.concat(parts)))
    })
    asked.on('error', reject)
    asked.end()
  })
}

// Without a server around it, and each in turn again. In microseconds of a processor.
function timesAlone(): ReadonlyMap<string, number[]> {
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]))
  for (let round = 0; round < 20; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const [before, often] = [process.cpuUsage(), name === 'brotli 11' ? 3 : 50]
      for (let time = 0; way && time < often; time++) way.encode(page)
      const { user, system } = process.cpuUsage(before)
      times.get(name)?.push((user + system) / often)
    }
  }
  return times
}

function report(): void {
  const alone = timesAlone()
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, ${connections} connections, ${rounds} rounds of ${seconds} s each, in turns\n`,
  )
  console.log(
    'way           bytes   alone, µs   busy, µs a request   of plain   requests/s (median)   lowest – highest',
  )
  for (const each of all) {
    const [time] = spread(alone.get(each.name) ?? [])
    const [cost] = spread(each.costs)
    // Round by round: what the machine did besides was the same then.
    const [share] = spread(each.costs.map((busy, round) => busy / (plain?.costs[round] ?? busy)))
    console.log(
      each.name.padEnd(12) +
        String(sizes.get(each)).padStart(7) +
        time.toFixed(0).padStart(12) +
        cost.toFixed(0).padStart(21) +
        `${(100 * share).toFixed(0)} %`.padStart(11) +
        `   ${rateColumns(each.rates)}`,
    )
  }
}
