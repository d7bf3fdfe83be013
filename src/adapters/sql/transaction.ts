// What both drivers hold a transaction to.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { SchemaQueries, Value } from './database.ts'

/** The queries of one transaction, until it ends. */
export class TransactionQueries implements SchemaQueries {
  readonly #queries: SchemaQueries
  readonly #failures: unknown[] = []
  #open = true
  #underWay = 0

  constructor(queries: SchemaQueries) {
    this.#queries = queries
  }

  get open(): boolean {
    return this.#open
  }

  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]> {
    return this.#guarded(() => this.#queries.all<Row>(sql, values))
  }

  get<Row>(sql: string, values?: readonly Value[]): Promise<Row | undefined> {
    return this.#guarded(() => this.#queries.get<Row>(sql, values))
  }

  run(sql: string, values?: readonly Value[]): Promise<number> {
    return this.#guarded(() => this.#queries.run(sql, values))
  }

  script(sql: string): Promise<void> {
    return this.#guarded(() => this.#queries.script(sql))
  }

  end(): void {
    this.#open = false
  }

  /** Throws what failed inside, though work may have caught it, or that work did not wait for its queries. */
  refuseUnlessDone(): void {
    this.#refuseIfDoomed()
    if (this.#underWay > 0) throw new Error('A transaction ended before its queries: an await is missing.')
  }

  #refuseIfDoomed(): void {
    if (this.#failures.length > 0) throw this.#failures[0]
  }

  // PostgreSQL refuses everything after a failed statement, SQLite nothing: both behave like the stricter.
  async #guarded<T>(query: () => Promise<T>): Promise<T> {
    if (!this.#open) throw new Error('This transaction has ended; its queries cannot be used any more.')
    this.#refuseIfDoomed()
    this.#underWay += 1
    try {
      return await query()
    } catch (error) {
      this.#failures.push(error)
      throw error
    } finally {
      this.#underWay -= 1
    }
  }
}

/** Knows who asks from within a transaction. */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<TransactionQueries>()

  /** Refuses the database to the work of its own transaction: it would wait for itself, or miss what it wrote. */
  refuseInside(): void {
    if (this.#current.getStore()?.open) {
      throw new Error('Inside a transaction, use the queries that it hands over; transactions do not nest.')
    }
  }

  async run<T>(queries: SchemaQueries, work: (queries: SchemaQueries) => Promise<T>): Promise<T> {
    const transaction = new TransactionQueries(queries)
    try {
      const result = await this.#current.run(transaction, () => work(transaction))
      transaction.refuseUnlessDone()
      return result
    } finally {
      transaction.end()
    }
  }
}
