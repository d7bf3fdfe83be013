// From an address to an open database.
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaDatabase } from './database.ts'
import { PostgresDatabase, type PostgresOptions } from './postgres.ts'
import { SqliteDatabase, type SqliteOptions } from './sqlite.ts'

export interface DatabaseOptions extends SqliteOptions, PostgresOptions {}

/**
 * `file:data/guichet.db`, `file::memory:` or `postgres://…`. A file that is missing is made, readable by its owner
 * alone. PostgreSQL is first spoken to by the first query.
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<SchemaDatabase> {
  if (/^postgres(ql)?:/.test(url)) return new PostgresDatabase(url, options)
  if (!url.startsWith('file:')) throw new Error('DATABASE_URL must begin with file: or postgres:')
  const path = pathOf(url)
  if (path !== ':memory:') makePrivately(path)
  return new SqliteDatabase(path, options)
}

function pathOf(url: string): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  if (path === '') throw new Error('DATABASE_URL names no file')
  return path
}

// SQLite gives its journal the mode of the file itself.
function makePrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}
