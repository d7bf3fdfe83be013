// What a database holds, in a few letters: two that are alike hold the same.

import { createHash } from 'node:crypto'
import type { Desk } from './running-desk.ts'

// What counts, and what remembers where it was, may move with a request that does nothing.
const counters = ['limits', 'marks']

/** Of everything but these tables, what a session says next, and when Stripe was read last. Once all is quiet. */
export async function digestOf(desk: Desk, without: readonly string[] = []): Promise<string> {
  await desk.settled()
  const { database } = desk
  const tables = await database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' order by name",
  )
  const all = createHash('sha256')
  for (const { name } of tables.filter((table) => ![...counters, ...without].includes(table.name))) {
    const columns = name === 'sessions' ? 'id_hash, member_id' : '*'
    all.update(JSON.stringify(await database.all(`select ${columns} from ${name}`), withoutReadings))
  }
  return all.digest('hex')
}

function withoutReadings(column: string, value: unknown): unknown {
  return column === 'read_at' ? undefined : value
}
