import type { ExportedPart, Privacy } from '../../ports/privacy.ts'
import type { Database, Value } from './database.ts'
import { type Columns, type Kind, ofBillingDetails, ofCompany, type Part, parts } from './export-parts.ts'

/** As many rows as are in memory at once. */
const page = 500

type Row = Readonly<Record<string, Value>>

export function sqlExport(database: Database): Pick<Privacy, 'parts'> {
  return {
    parts: (companyId) => [
      { name: 'company', rows: companyRow(database, companyId, ofCompany) },
      { name: 'billingDetails', rows: companyRow(database, companyId, ofBillingDetails) },
      ...parts.map((part): ExportedPart => ({ name: part.name, rows: rowsOf(database, companyId, part) })),
    ],
  }
}

async function* companyRow(database: Database, companyId: string, columns: Columns) {
  const sql = `select ${selected(columns)} from companies where id = $1`
  const row = await database.get<Row>(sql, [companyId])
  if (row) yield exported(row, columns)
}

// Each page goes on where the one before ended, whatever was written meanwhile.
async function* rowsOf(database: Database, companyId: string, { table, join = '', order, columns }: Part) {
  const [time, id] = order
  const sql = `select ${selected(columns)}, ${time} as row_time, ${id} as row_id from ${table} ${join}
    where ${table}.company_id = $1 and (${time} > $2 or (${time} = $2 and ${id} > $3))
    order by ${time}, ${id} limit $4`
  let after: readonly [Value, Value] = [-1, '']
  for (;;) {
    const rows = await database.all<Row>(sql, [companyId, ...after, page])
    for (const row of rows) yield exported(row, columns)
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = [last.row_time ?? -1, last.row_id ?? '']
  }
}

// By number: names in capitals are not the same in both databases.
function selected(columns: Columns): string {
  return Object.keys(columns)
    .map((column, at) => `${column} as column_${at}`)
    .join(', ')
}

function exported(row: Row, columns: Columns): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(columns).map(([name, kind], at) => [name, toExport(row[`column_${at}`] ?? null, kind)]),
  )
}

function toExport(value: Value, kind: Kind): unknown {
  if (value === null) return null
  if (kind === 'time') return new Date(Number(value)).toISOString()
  if (kind === 'flag') return value === 1
  return kind === 'json' ? JSON.parse(String(value)) : value
}
