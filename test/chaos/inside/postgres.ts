// PostgreSQL as the server uses it: each statement is a place to die at.
import pg from 'pg'
import { reach } from './death.ts'
import { nameOf, noteStatement } from './statements.ts'

export function installPostgres(): void {
  const query: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.query
  const instrumented = function (this: pg.Client, ...given: unknown[]): unknown {
    const sql = textOf(given[0])
    noteStatement(this, sql)
    reach('before', 'statement', nameOf(this, sql))
    const answer = query.apply(this, given)
    if (!(answer instanceof Promise)) return answer
    return answer.then((result: unknown) => {
      reach('after', 'statement', nameOf(this, sql))
      return result
    })
  }
  Object.assign(pg.Client.prototype, { query: instrumented })
}

function textOf(given: unknown): string {
  if (typeof given === 'string') return given
  return typeof given === 'object' && given !== null && 'text' in given ? String(given.text) : ''
}
