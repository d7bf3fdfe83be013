// PostgreSQL's refusals in the words of the port.
import pg from 'pg'
import { DatabaseBusy, DatabaseUnavailable, DatabaseUnwritable, UniqueViolation } from './database.ts'

/** Serialization failure or deadlock: the same work may well succeed when it is done again. */
export function isCollision(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}

export function translated(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return ofServer(error)
  if (!(error instanceof Error)) return error
  if (error.message.startsWith('timeout exceeded when trying'))
    return new DatabaseBusy('No connection was free.')
  return isLoss(error) ? unavailable(error) : error
}

function ofServer(error: pg.DatabaseError): unknown {
  // The detail quotes the row, and rows hold people's data that no log should keep.
  error.detail = undefined
  const { code = '', message } = error
  if (code === '23505') return new UniqueViolation(`${error.table}: ${error.constraint}`)
  if (/^(40001|40P01|55P03|57014)$/.test(code)) return new DatabaseBusy(message, { cause: error })
  if (/^(53100|25006)$/.test(code)) return new DatabaseUnwritable(message, { cause: error })
  return /^(08...|57P0.|53300)$/.test(code) ? unavailable(error) : error
}

// pg gives no class of its own to a lost connection: sockets have codes, the rest only words.
function isLoss(error: Error): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLoss)
  if ('syscall' in error) return true
  if ('code' in error && /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/.test(String(error.code))) return true
  return /^Connection terminated|not queryable|Query read timeout|after calling end/.test(error.message)
}

function unavailable(cause: Error): DatabaseUnavailable {
  return new DatabaseUnavailable('The database server cannot be reached.', { cause })
}
