import { randomUUID } from 'node:crypto'
import type { Entry, NewEntry } from '../../activity/entry.ts'
import type { Activity } from '../../ports/activity.ts'
import type { Database, Queries } from './database.ts'

interface EntryRow {
  id: string
  company_id: string
  at: number
  member_id: string | null
  action: Entry['action']
  facts: string
  result: Entry['result']
  address: string | null
}

const columns = 'id, company_id, at, member_id, action, facts, result, address'
const atOnce = 20

export function sqlActivity(database: Database): Activity {
  return {
    record: (entries, now) => database.transaction((queries) => writeEntries(queries, entries, now)),

    async list(companyId, limit) {
      const sql = `select ${columns} from activity where company_id = $1 order by at desc, id desc limit $2`
      return (await database.all<EntryRow>(sql, [companyId, limit])).map(toEntry)
    },
  }
}

/** Within the transaction of what they tell of, so that there is never one without the other. */
export async function writeEntries(
  queries: Queries,
  entries: readonly NewEntry[],
  now: number,
): Promise<void> {
  for (let at = 0; at < entries.length; at += atOnce)
    await insert(queries, entries.slice(at, at + atOnce), now)
}

// One statement for all that one act has to say, so that a charge waits for no more than that.
async function insert(queries: Queries, entries: readonly NewEntry[], now: number): Promise<void> {
  // Of one moment, the later of them is to stand above the earlier.
  const ids = entries.map(() => randomUUID()).sort()
  const rows = entries.map(({ companyId, memberId, action, facts, result, address, once }, at) => [
    ids[at] ?? randomUUID(),
    companyId,
    now,
    memberId,
    action,
    JSON.stringify(facts),
    result,
    address,
    once ?? null,
  ])
  const tuples = rows.map((row, at) => `(${row.map((_, place) => `$${at * row.length + place + 1}`)})`)
  await queries.run(
    `insert into activity (${columns}, once) values ${tuples} on conflict do nothing`,
    rows.flat(),
  )
}

function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    companyId: row.company_id,
    at: row.at,
    memberId: row.member_id,
    action: row.action,
    facts: JSON.parse(row.facts),
    result: row.result,
    address: row.address,
  }
}
