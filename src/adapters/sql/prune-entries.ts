import type { Database, Queries } from './database.ts'

const keptSince = 'activity kept since'
const longestStep = 24 * 60 * 60_000

export function moveMark(database: Database, wanted: number): Promise<number> {
  return database.transaction((queries) => move(queries, wanted))
}

async function move(queries: Queries, wanted: number): Promise<number> {
  const row = await queries.get<{ mark: number | null; oldest: number | null }>(
    'select (select value from marks where name = $1) as mark, (select min(at) from activity) as oldest',
    [keptSince],
  )
  const mark = row?.mark ?? 0
  // Where nothing is older, there is nothing to lose by going ahead at once.
  const next = Math.min(wanted, Math.max(mark, row?.oldest ?? wanted) + longestStep)
  if (next <= mark) return mark
  await queries.run(
    `insert into marks (name, value) values ($1, $2)
     on conflict (name) do update set value = excluded.value where marks.value < excluded.value`,
    [keptSince, next],
  )
  return next
}

/** The database itself refuses what is younger than the mark. */
export function pruneEntries(database: Database, before: number, limit: number): Promise<number> {
  return database.run(
    'delete from activity where id in (select id from activity where at < $1 order by at limit $2)',
    [before, limit],
  )
}
