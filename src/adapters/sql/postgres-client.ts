// The queries of one PostgreSQL connection, prepared under names of their own.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { SchemaQueries, Value } from './database.ts'
import { translated } from './postgres-errors.ts'

// The server keeps a named statement as long as its connection, so their number is bounded.
const mostNames = 500
const names = new Map<string, string>()
// A migration may take longer than any query should.
const scriptPatience = 60 * 60 * 1000

export function clientQueries(client: pg.PoolClient): SchemaQueries {
  const ask = (sql: string, values: readonly Value[] = []) =>
    client.query(named({ text: sql, values: [...values] })).catch(rethrow)
  return {
    all: async <Row>(sql: string, values?: readonly Value[]) => rowsOf<Row>(await ask(sql, values)),
    get: async <Row>(sql: string, values?: readonly Value[]) => rowsOf<Row>(await ask(sql, values))[0],
    run: async (sql, values) => (await ask(sql, values)).rowCount ?? 0,
    script: async (sql) => {
      const config = { text: sql, query_timeout: scriptPatience }
      await client.query(config).catch(rethrow)
    },
  }
}

function named(query: pg.QueryConfig): pg.QueryConfig {
  const name = names.get(query.text) ?? newName(query.text)
  return name ? { ...query, name } : query
}

function newName(sql: string): string | undefined {
  if (names.size >= mostNames) return undefined
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 24)
  names.set(sql, name)
  return name
}

// The caller names the shape of the row; the SQL text alone could tell.
function rowsOf<Row>(result: pg.QueryResult): Row[] {
  return result.rows as Row[]
}

function rethrow(error: unknown): never {
  throw translated(error)
}
