// The embedded database: one writer at a time, reads beside it.
import { setTimeout as pause } from 'node:timers/promises'
import {
  DatabaseBusy,
  DatabaseUnavailable,
  type Queries,
  type SchemaDatabase,
  type SchemaQueries,
  type Value,
} from './database.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { isBusy, translated } from './sqlite-errors.ts'
import { TransactionScope } from './transaction.ts'
import { Turns } from './turns.ts'

export interface SqliteOptions {
  /** How long a write waits for other writes, of this process and of others, in milliseconds. */
  patience?: number
}

/** `path` is a file, or `:memory:` for a database that lives as long as its one connection. */
export class SqliteDatabase implements SchemaDatabase {
  readonly dialect = 'sqlite'
  readonly #writer: SqliteConnection
  readonly #reader: SqliteConnection
  readonly #patience: number
  readonly #turns = new Turns()
  readonly #scope = new TransactionScope()
  #closed = false

  constructor(path: string, options: SqliteOptions = {}) {
    this.#patience = options.patience ?? 5000
    this.#writer = new SqliteConnection(path)
    this.#reader = path === ':memory:' ? this.#writer : new SqliteConnection(path)
  }

  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]> {
    return this.#single(sql, (connection) => connection.all<Row>(sql, values))
  }

  get<Row>(sql: string, values?: readonly Value[]): Promise<Row | undefined> {
    return this.#single(sql, (connection) => connection.get<Row>(sql, values))
  }

  async run(sql: string, values?: readonly Value[]): Promise<number> {
    this.#refuseIfUnfit()
    return this.#alone(() => this.#writer.run(sql, values))
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.changeSchema(work)
  }

  // Every SQLite transaction holds the only write lock, so it is already alone.
  async changeSchema<T>(work: (queries: SchemaQueries) => Promise<T>): Promise<T> {
    this.#refuseIfUnfit()
    const deadline = performance.now() + this.#patience
    return this.#turns.take(this.#patience, async () => {
      await whenFree(deadline, () => this.#writer.script('begin immediate'))
      try {
        const result = await this.#scope.run(asynchronous(this.#writer), work)
        this.#writer.script('commit')
        return result
      } catch (error) {
        if (this.#writer.inTransaction) this.#writer.script('rollback')
        throw translated(error)
      }
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#turns.take(this.#patience, async () => {}).catch(() => {})
    this.#reader.close()
    this.#writer.close()
  }

  async #single<T>(sql: string, query: (connection: SqliteConnection) => T): Promise<T> {
    this.#refuseIfUnfit()
    const beside = this.#reader !== this.#writer && this.#reader.onlyReads(sql)
    if (!beside) return this.#alone(() => query(this.#writer))
    return whenFree(performance.now() + this.#patience, () => query(this.#reader))
  }

  #alone<T>(query: () => T): Promise<T> {
    const deadline = performance.now() + this.#patience
    return this.#turns.take(this.#patience, () => whenFree(deadline, query))
  }

  #refuseIfUnfit(): void {
    if (this.#closed) throw new DatabaseUnavailable('The database is closed.')
    this.#scope.refuseInside()
  }
}

function asynchronous(connection: SqliteConnection): SchemaQueries {
  return {
    all: async <Row>(sql: string, values?: readonly Value[]) =>
      saying(() => connection.all<Row>(sql, values)),
    get: async <Row>(sql: string, values?: readonly Value[]) =>
      saying(() => connection.get<Row>(sql, values)),
    run: async (sql, values) => saying(() => connection.run(sql, values)),
    script: async (sql) => saying(() => connection.script(sql)),
  }
}

// Another process may hold the lock. A statement that met it has done nothing, so it can be tried again.
async function whenFree<T>(deadline: number, query: () => T): Promise<T> {
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    try {
      return query()
    } catch (error) {
      if (!isBusy(error)) throw translated(error)
      if (performance.now() > deadline) {
        throw new DatabaseBusy('Another process holds the database.', { cause: error })
      }
    }
    await pause(wait * (0.5 + Math.random()))
  }
}

function saying<T>(query: () => T): T {
  try {
    return query()
  } catch (error) {
    throw translated(error)
  }
}
