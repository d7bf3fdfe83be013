// npm run bench: the payment-methods page (signed in, five cards) beside bare Express and node:http that send
// the same bytes. All in one run, in turns, so that what disturbs one disturbs all.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import autocannon from 'autocannon'

interface Contender {
  readonly name: string
  readonly url: string
  readonly cookie: string
  readonly process: ChildProcess
  readonly rates: number[]
}

const rounds = Number(process.argv[2] ?? 7)
const seconds = 3
const connections = 64
const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
const contender = fileURLToPath(new URL('./contender.ts', import.meta.url))

const guichet = await start('guichet', join(folder, 'guichet.db'))
const page = await fetchPage(guichet)
const file = join(folder, 'page.html')
writeFileSync(file, page)
const all = [guichet, await start('express', file), await start('http', file)]

for (const each of all) await measure(each)
for (const each of all) each.rates.length = 0
for (let round = 0; round < rounds; round++) {
  for (const each of all) await measure(each)
}
report()
for (const each of all) each.process.kill()
rmSync(folder, { recursive: true })

async function start(name: string, argument: string): Promise<Contender> {
  const child = spawn(process.execPath, [contender, name, argument], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { name, process: child, rates: [], ...JSON.parse(line) }
  }
  throw new Error(`${name} did not start`)
}

async function fetchPage({ url, cookie }: Contender): Promise<Buffer> {
  const answer = await fetch(url, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`the page answers ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

async function measure({ url, cookie, rates }: Contender): Promise<void> {
  const result = await autocannon({ url, connections, duration: seconds, headers: { cookie } })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times`)
  rates.push(result.requests.total / result.duration)
}

function report(): void {
  const fastest = median(all.at(-1)?.rates ?? [])
  console.log(
    `Node ${process.version}, ${connections} connections, ${rounds} rounds of ${seconds} s each, in turns\n`,
  )
  console.log('contender   requests/s (median)   lowest – highest    of node:http')
  for (const { name, rates } of all) {
    const [middle, low, high] = [median(rates), Math.min(...rates), Math.max(...rates)].map(Math.round)
    const share = `${((100 * median(rates)) / fastest).toFixed(1)} %`
    console.log(
      `${name.padEnd(12)}${String(middle).padStart(19)}   ${`${low} – ${high}`.padStart(16)}   ${share.padStart(12)}`,
    )
  }
  const weights = [page.length, gzipSync(page, { level: 9 }).length, brotliCompressSync(page).length]
  console.log(`\nthe page: ${weights[0]} bytes of HTML, ${weights[1]} with gzip, ${weights[2]} with brotli`)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
