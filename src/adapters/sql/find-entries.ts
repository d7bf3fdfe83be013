import type { Entry } from '../../activity/entry.ts'
import type { Activity, EntryFilter } from '../../ports/activity.ts'
import type { Database, Value } from './database.ts'
import { type EntryRow, entryColumns, toEntry } from './entry-rows.ts'

/** A page goes on behind the entry where another ended: what is entered meanwhile moves nothing. */
export async function findEntries(
  database: Database,
  companyId: string,
  filter: EntryFilter,
  next: Parameters<Activity['find']>[2],
  limit: number,
): Promise<readonly Entry[]> {
  const values: Value[] = [companyId]
  const value = (given: Value): string => `$${values.push(given)}`
  const conditions = ['company_id = $1', ...conditionsOf(filter, value)]
  const isNewer = next?.side === 'newer'
  if (next)
    conditions.push(`(at, id) ${isNewer ? '>' : '<'} (${value(next.than.at)}, ${value(next.than.id)})`)
  const direction = isNewer ? 'asc' : 'desc'
  const rows = await database.all<EntryRow>(
    `select ${entryColumns} from activity where ${conditions.join(' and ')}
     order by at ${direction}, id ${direction} limit ${value(limit)}`,
    values,
  )
  const entries = rows.map(toEntry)
  return isNewer ? entries.reverse() : entries
}

const atStripe = `facts like '%"by":"stripe"%'`

function conditionsOf(filter: EntryFilter, value: (given: Value) => string): string[] {
  const { by, actions, result, from, until } = filter
  const conditions: string[] = []
  if (by === 'guichet') conditions.push(`member_id is null and not ${atStripe}`)
  else if (by === 'stripe') conditions.push(`member_id is null and ${atStripe}`)
  else if (by) conditions.push(`member_id = ${value(by.memberId)}`)
  if (actions) conditions.push(`action in (${actions.map(value)})`)
  if (result) conditions.push(`result = ${value(result)}`)
  if (from !== undefined) conditions.push(`at >= ${value(from)}`)
  if (until !== undefined) conditions.push(`at < ${value(until)}`)
  return conditions
}
