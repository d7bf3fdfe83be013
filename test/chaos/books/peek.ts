// Guichet's books as they are on disk, read beside it. They are evidence here, and never the judge.
import Sqlite from 'better-sqlite3'
import pg from 'pg'

export interface AttemptSeen {
  readonly id: string
  readonly number: number
  readonly run: number
  readonly payment_method_id: string
  readonly fingerprint: string | null
  readonly made_by: 'guichet' | 'member' | 'stripe'
  readonly outcome: string
  readonly code: string | null
  readonly decline_code: string | null
  readonly advice_code: string | null
  readonly charge_id: string | null
  readonly started_at: number
  readonly settled_at: number | null
}

export interface Peek {
  /** Null where they could not be read just now. */
  attemptsOf(invoice: string): Promise<AttemptSeen[] | null>
  all<Row>(sql: string, values?: readonly (string | number)[]): Promise<Row[]>
  close(): Promise<void>
}

const columns = `id, number, run, payment_method_id, fingerprint, made_by, outcome, code, decline_code, advice_code,
  charge_id, started_at, settled_at`

export function openPeek(databaseUrl: string): Peek {
  return databaseUrl.startsWith('file:')
    ? peekAtFile(databaseUrl.slice('file:'.length))
    : peekAtServer(databaseUrl)
}

// Opened for each look, because the file may be another one by now.
function peekAtFile(path: string): Peek {
  async function all<Row>(sql: string, values: readonly (string | number)[] = []): Promise<Row[]> {
    const connection = new Sqlite(path, { readonly: true, timeout: 2000 })
    try {
      const named = Object.fromEntries(values.map((value, index) => [index + 1, value]))
      // The caller names the shape of the row; the SQL text alone could tell.
      return connection.prepare(sql).all(named) as Row[]
    } finally {
      connection.close()
    }
  }
  return { all, attemptsOf: (invoice) => attempts(all, invoice), close: async () => {} }
}

function peekAtServer(url: string): Peek {
  pg.types.setTypeParser(20, Number)
  const options = { connectionString: url, max: 2, lock_timeout: 300, application_name: 'judge' }
  const pool = new pg.Pool(options)
  pool.on('error', () => {})
  const all = async <Row>(sql: string, values: readonly (string | number)[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...values])).rows as Row[]
  return { all, attemptsOf: (invoice) => attempts(all, invoice), close: () => pool.end() }
}

async function attempts(all: Peek['all'], invoice: string): Promise<AttemptSeen[] | null> {
  try {
    return await all<AttemptSeen>(`select ${columns} from attempts where invoice_id = $1 order by number`, [
      invoice,
    ])
  } catch {
    return null
  }
}
