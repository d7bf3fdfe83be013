// The database of a fleet: PostgreSQL through a pool of connections.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  DatabaseUnavailable,
  type Queries,
  type SchemaDatabase,
  type SchemaQueries,
  type Value,
} from './database.ts'
import { clientQueries } from './postgres-client.ts'
import { isCollision, translated } from './postgres-errors.ts'
import { numberTypes } from './postgres-types.ts'
import { TransactionScope } from './transaction.ts'

export interface PostgresOptions {
  /** The most connections that this process opens. */
  connections?: number
}

const retries = 5

export class PostgresDatabase implements SchemaDatabase {
  readonly dialect = 'postgres'
  readonly #pool: pg.Pool
  readonly #scope = new TransactionScope()
  #closing: Promise<void> | undefined

  constructor(url: string, options: PostgresOptions = {}) {
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'guichet',
      max: options.connections ?? 10,
      connectionTimeoutMillis: 5000,
      statement_timeout: 10_000,
      lock_timeout: 5000,
      idle_in_transaction_session_timeout: 30_000,
      // The server's own limits come first; this one is for a network that swallows the answer.
      query_timeout: 15_000,
      keepAlive: true,
      types: numberTypes,
    })
    // A connection may break while nobody waits for it. Whoever asks next learns of it.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]> {
    return this.#connected((queries) => queries.all<Row>(sql, values))
  }

  get<Row>(sql: string, values?: readonly Value[]): Promise<Row | undefined> {
    return this.#connected((queries) => queries.get<Row>(sql, values))
  }

  run(sql: string, values?: readonly Value[]): Promise<number> {
    return this.#connected((queries) => queries.run(sql, values))
  }

  async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#connected((queries) => this.#transact(queries, work))
      } catch (error) {
        if (attempt > retries || !(error instanceof Error && isCollision(error.cause))) throw error
      }
      await pause(attempt * 10 * Math.random())
    }
  }

  changeSchema<T>(work: (queries: SchemaQueries) => Promise<T>): Promise<T> {
    return this.#connected((queries) =>
      this.#transact(queries, async (transaction) => {
        // Migrations may take their time; who waits for another's waits as long.
        await transaction.script('set local statement_timeout = 0; set local lock_timeout = 0')
        await transaction.script(
          "select pg_advisory_xact_lock(hashtext('guichet'), hashtext(current_schema()))",
        )
        return work(transaction)
      }),
    )
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end()
    return this.#closing
  }

  async #connected<T>(work: (queries: SchemaQueries) => Promise<T>): Promise<T> {
    if (this.#closing) throw new DatabaseUnavailable('The database is closed.')
    this.#scope.refuseInside()
    let broken = false
    const client = await this.#pool.connect().catch((error) => {
      throw translated(error)
    })
    try {
      return await work(clientQueries(client))
    } catch (error) {
      broken = error instanceof DatabaseUnavailable
      throw error
    } finally {
      client.release(broken)
    }
  }

  async #transact<T>(queries: SchemaQueries, work: (queries: SchemaQueries) => Promise<T>): Promise<T> {
    await queries.run('begin isolation level read committed')
    try {
      const result = await this.#scope.run(queries, work)
      await queries.run('commit')
      return result
    } catch (error) {
      // Without its connection the server rolls back by itself.
      if (!(error instanceof DatabaseUnavailable)) await queries.run('rollback')
      throw error
    }
  }
}
