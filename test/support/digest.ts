// What a database holds, in a few letters: two that are alike hold the same.

import { createHash } from 'node:crypto'
import type { Desk } from './running-desk.ts'

/** By table. */
export type Digest = Readonly<Record<string, string>>

/** The tables that hold something else. */
export function altered(before: Digest, after: Digest): string[] {
  return Object.keys(after).filter((table) => after[table] !== before[table])
}

// What counts, and what remembers where it was, may move with a request that does nothing.
const counters = ['limits', 'marks']
const saidNext = ['banners']

/** Of everything but these tables, what a session says next, and when Stripe was read last. Once all is quiet. */
export async function digestOf(desk: Desk, without: readonly string[] = []): Promise<Digest> {
  await desk.settled()
  const { database } = desk
  const tables = await database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' order by name",
  )
  const all: Record<string, string> = {}
  for (const { name } of tables.filter(
    (table) => ![...counters, ...saidNext, ...without].includes(table.name),
  )) {
    const columns = name === 'sessions' ? 'id_hash, member_id' : '*'
    const rows = JSON.stringify(await database.all(`select ${columns} from ${name}`), withoutReadings)
    all[name] = createHash('sha256').update(rows).digest('hex')
  }
  return all
}

// When a row was last read from Stripe, or looked after: that may happen at any moment, and changes nothing else.
function withoutReadings(column: string, value: unknown): unknown {
  return column === 'read_at' || column === 'updated_at' ? undefined : value
}
