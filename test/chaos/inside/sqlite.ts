// SQLite as the server uses it: each statement is a place to die at, and the disk can be full or read-only.
import Sqlite from 'better-sqlite3'
import { reach } from './death.ts'
import type { DiskState } from './orders.ts'
import { nameOf, noteStatement } from './statements.ts'

const connections = new Set<Sqlite.Database>()
const { prepare, exec } = Sqlite.prototype
let state: DiskState = 'well'

export function installSqlite(): void {
  Sqlite.prototype.exec = function (sql) {
    know(this)
    return around(this, sql, () => exec.call(this, sql))
  }
  const prepared = function (this: Sqlite.Database, sql: string) {
    know(this)
    const statement = prepare.call(this, sql)
    for (const name of ['run', 'get', 'all'] as const) {
      const own = statement[name]
      const instrumented = (...values: unknown[]) =>
        around(this, sql, () => Reflect.apply(own, statement, values))
      Object.defineProperty(statement, name, { value: instrumented })
    }
    return statement
  }
  Object.assign(Sqlite.prototype, { prepare: prepared })
}

export function setDisk(wanted: DiskState): void {
  state = wanted
  for (const connection of connections) if (connection.open) apply(connection)
}

function know(connection: Sqlite.Database): void {
  if (connections.has(connection)) return
  connections.add(connection)
  if (state !== 'well') apply(connection)
}

// A database that may not grow is as full as a disk: what fits into its pages is still written, the rest is not.
function apply(connection: Sqlite.Database): void {
  const pages = connection.pragma('page_count', { simple: true })
  connection.pragma(`max_page_count = ${state === 'full' ? pages : 4_294_967_294}`)
  connection.pragma(`query_only = ${state === 'read-only' ? 'on' : 'off'}`)
}

function around<Result>(connection: Sqlite.Database, sql: string, work: () => Result): Result {
  noteStatement(connection, sql)
  reach('before', 'statement', nameOf(connection, sql))
  const result = work()
  reach('after', 'statement', nameOf(connection, sql))
  return result
}
