// Contenders, each a process of its own, which are asked in turns: what disturbs one disturbs all.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

export interface Contender {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly process: ChildProcess
  /** In requests a second, one a round. */
  readonly rates: number[]
  /** The time of a processor that each request took, in microseconds, one a round: others on the machine matter less. */
  readonly costs: number[]
}

export interface Turns {
  readonly rounds: number
  /** How long each is asked in a round. */
  readonly seconds: number
}

export const connections = 64
const program = fileURLToPath(new URL('./contender.ts', import.meta.url))

/** `headers`: sent with each request, beside the cookie that the contender hands out. */
export async function start(
  name: string,
  args: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Contender> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (!child.stdout) throw new Error(`${name} says nothing`)
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue
    const { url, cookie }: { url: string; cookie: string } = JSON.parse(line)
    return { name, url, headers: { ...headers, cookie }, process: child, rates: [], costs: [] }
  }
  throw new Error(`${name} did not start`)
}

/** A first round warms them up and counts for nothing. */
export async function takeTurns(all: readonly Contender[], { rounds, seconds }: Turns): Promise<void> {
  for (let round = -1; round < rounds; round++) {
    for (const each of all) {
      const [rate, cost] = await measure(each, seconds)
      if (round < 0) continue
      each.rates.push(rate)
      each.costs.push(cost)
    }
  }
}

async function measure({ url, headers, process }: Contender, seconds: number): Promise<[number, number]> {
  const before = await busyTime(process)
  const result = await autocannon({ url, connections, duration: seconds, headers: { ...headers } })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times`)
  const { total } = result.requests
  return [total / result.duration, ((await busyTime(process)) - before) / total]
}

/** How long it kept processors busy so far, in microseconds. */
async function busyTime(child: ChildProcess): Promise<number> {
  child.send('how busy?')
  const [{ user, system }]: [NodeJS.CpuUsage] = await (once(child, 'message') as Promise<[NodeJS.CpuUsage]>)
  return user + system
}

/** Median, lowest and highest. */
export function spread(values: readonly number[]): readonly [number, number, number] {
  const sorted = [...values].sort((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0, upper = 0] = [sorted[0], sorted.at(-1), sorted[half]]
  return [sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2, low, high]
}

/** `1234      1000 – 2000`, in columns that fit under their headings. */
export function rateColumns(rates: readonly number[]): string {
  const [middle, low, high] = spread(rates).map(Math.round)
  return `${String(middle).padStart(19)}   ${`${low} – ${high}`.padStart(16)}`
}
