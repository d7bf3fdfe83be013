// One connection to a SQLite file: synchronous, its statements prepared once.
import Sqlite from 'better-sqlite3'
import type { Value } from './database.ts'

type Bound = Record<number, Value | bigint>
type Statement = Sqlite.Statement<[Bound], unknown>

// SQL texts are constants of the program, so this is a fence and not a policy.
const mostStatements = 500
// How long SQLite itself may wait for a lock; the whole process stands still meanwhile.
const nativePatience = 5

export class SqliteConnection {
  readonly #connection: Sqlite.Database
  readonly #statements = new Map<string, Statement>()

  constructor(path: string) {
    this.#connection = new Sqlite(path)
    this.#connection.pragma('journal_mode = WAL')
    this.#connection.pragma('synchronous = FULL')
    // What is deleted or wiped, a link's token say, is not left to be read in the file.
    this.#connection.pragma('secure_delete = ON')
    this.#connection.pragma('foreign_keys = ON')
    this.#connection.pragma('trusted_schema = OFF')
    this.#connection.pragma(`busy_timeout = ${nativePatience}`)
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction
  }

  /** Whether the statement leaves the database as it is. */
  onlyReads(sql: string): boolean {
    return this.#statement(sql).readonly
  }

  all<Row>(sql: string, values: readonly Value[] = []): Row[] {
    // The caller names the shape of the row; the SQL text alone could tell.
    return this.#statement(sql).all(bound(values)) as Row[]
  }

  get<Row>(sql: string, values: readonly Value[] = []): Row | undefined {
    return this.#statement(sql).get(bound(values)) as Row | undefined
  }

  run(sql: string, values: readonly Value[] = []): number {
    return this.#statement(sql).run(bound(values)).changes
  }

  script(sql: string): void {
    this.#connection.exec(sql)
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  #statement(sql: string): Statement {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    const prepared = this.#connection.prepare<[Bound]>(sql)
    for (const oldest of this.#statements.keys()) {
      if (this.#statements.size < mostStatements) break
      this.#statements.delete(oldest)
    }
    this.#statements.set(sql, prepared)
    return prepared
  }
}

function bound(values: readonly Value[]): Bound {
  const named: Bound = {}
  for (const [index, value] of values.entries()) named[index + 1] = exact(value)
  return named
}

// A number beyond 32 bits would be bound as a float, and `$1 / 1000` would not divide integers.
function exact(value: Value): Value | bigint {
  return typeof value === 'number' && Number.isSafeInteger(value) && (value | 0) !== value
    ? BigInt(value)
    : value
}
