// npm run bench: the payment-methods page (signed in, five cards) beside bare Express and node:http that send
// the same bytes. All in one run, in turns.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contender, connections, rateColumns, spread, start, takeTurns } from './turns.ts'

const rounds = Number(process.argv[2] ?? 7)
const seconds = 3
const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))

const guichet = await start('guichet', ['guichet', join(folder, 'guichet.db')])
const page = await fetchPage(guichet)
const file = join(folder, 'page.html')
writeFileSync(file, page)
const all = [guichet, await start('express', ['express', file]), await start('http', ['http', file])]

await takeTurns(all, { rounds, seconds })
report()
for (const each of all) each.process.kill()
rmSync(folder, { recursive: true })

async function fetchPage({ url, headers }: Contender): Promise<Buffer> {
  const answer = await fetch(url, { headers })
  if (answer.status !== 200) throw new Error(`the page answers ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

function report(): void {
  const [fastest] = spread(all.at(-1)?.rates ?? [])
  console.log(
    `Node ${process.version}, ${connections} connections, ${rounds} rounds of ${seconds} s each, in turns\n`,
  )
  console.log('contender   requests/s (median)   lowest – highest    of node:http')
  for (const { name, rates } of all) {
    const share = `${((100 * spread(rates)[0]) / fastest).toFixed(1)} %`
    console.log(`${name.padEnd(12)}${rateColumns(rates)}   ${share.padStart(12)}`)
  }
  console.log(
    `\nthe page: ${page.length} bytes of HTML, not compressed; npm run bench:compression has what that costs`,
  )
}
