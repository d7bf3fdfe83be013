// SQLite's refusals in the words of the port.
import Sqlite from 'better-sqlite3'
import { DatabaseUnwritable, UniqueViolation } from './database.ts'

export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
}

export function translated(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/.test(error.code))
    return new UniqueViolation(error.message)
  if (/^SQLITE_(FULL|READONLY|IOERR_WRITE|IOERR_FSYNC)/.test(error.code)) {
    return new DatabaseUnwritable(error.message, { cause: error })
  }
  return error
}
