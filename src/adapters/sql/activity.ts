import type { NewEntry } from '../../activity/entry.ts'
import type { Activity, Person } from '../../ports/activity.ts'
import type { Database, Queries } from './database.ts'
import { nextEntryId } from './entry-ids.ts'
import { type EntryRow, entryColumns, toEntry } from './entry-rows.ts'
import { findEntries } from './find-entries.ts'
import { moveMark, pruneEntries } from './prune-entries.ts'

const atOnce = 20

export function sqlActivity(database: Database): Activity {
  return {
    record: (entries, now) => database.transaction((queries) => writeEntries(queries, entries, now)),

    async list(companyId, limit) {
      const sql = `select ${entryColumns} from activity where company_id = $1 order by at desc, id desc limit $2`
      return (await database.all<EntryRow>(sql, [companyId, limit])).map(toEntry)
    },

    find: (companyId, filter, next, limit) => findEntries(database, companyId, filter, next, limit),

    async people(companyId) {
      const rows = await database.all<Person>(
        `with recursive seen(id) as (
           select min(member_id) from activity where company_id = $1
           union all
           select (select min(a.member_id) from activity a where a.company_id = $1 and a.member_id > s.id)
           from seen s where s.id is not null)
         select m.id, m.name from members m
         where m.id in (select id from seen) or m.id in (select member_id from memberships where company_id = $1)`,
        [companyId],
      )
      return rows.sort(byName)
    },

    async named(memberIds) {
      if (memberIds.length === 0) return []
      const places = memberIds.map((_id, at) => `$${at + 1}`)
      return database.all<Person>(`select id, name from members where id in (${places})`, memberIds)
    },

    keepSince: (wanted) => moveMark(database, wanted),
    prune: (before, limit) => pruneEntries(database, before, limit),
  }
}

function byName(one: Person, other: Person): number {
  return one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)
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
  const rows = entries.map(({ companyId, memberId, action, facts, result, address, once }) => [
    nextEntryId(),
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
    `insert into activity (${entryColumns}, once) values ${tuples} on conflict do nothing`,
    rows.flat(),
  )
}
