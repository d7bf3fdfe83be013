// The port to the database: one SQL text with `$1` placeholders, for SQLite and PostgreSQL alike.

import { StoreUnavailable } from '../../ports/unavailable.ts'

/** Booleans are 0 and 1; times are epoch milliseconds. Integers are exact up to Number.MAX_SAFE_INTEGER. */
export type Value = string | number | null

export interface Queries {
  /** Every row that the statement returns, in its order. */
  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]>
  /** The first row, if there is one. */
  get<Row>(sql: string, values?: readonly Value[]): Promise<Row | undefined>
  /** How many rows were changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>
}

export interface Database extends Queries {
  /**
   * All or nothing. Work may only await its own queries: never the network, never the database itself
   * (so transactions do not nest). It may be run again after a deadlock, so it must do nothing else.
   * A query that fails dooms the transaction, even if work catches the failure.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Waits for what has begun. Later queries are refused with DatabaseUnavailable. */
  close(): Promise<void>
}

export interface SchemaQueries extends Queries {
  /** Runs several statements, separated by semicolons, without values. */
  script(sql: string): Promise<void>
}

/** What migrations need beyond the port. */
export interface SchemaDatabase extends Database {
  readonly dialect: 'sqlite' | 'postgres'
  /** A transaction that runs alone among all the processes that change the schema. */
  changeSchema<T>(work: (queries: SchemaQueries) => Promise<T>): Promise<T>
}

/** A lock or a connection could not be had in time, or transactions kept colliding. Nothing was changed. */
export class DatabaseBusy extends StoreUnavailable {
  override readonly name = 'DatabaseBusy'
}

/** The disk is full or the database may only be read. Nothing was changed. */
export class DatabaseUnwritable extends StoreUnavailable {
  override readonly name = 'DatabaseUnwritable'
}

/** No connection, or it broke, or it was closed. What was under way may or may not have been saved. */
export class DatabaseUnavailable extends StoreUnavailable {
  override readonly name = 'DatabaseUnavailable'
}

/** A row like this exists. The message names the constraint, never the values. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation'
}
