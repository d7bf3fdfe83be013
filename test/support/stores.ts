// The store with both companies in it, as it is at the beginning of each test.
import { beforeAll } from 'vitest'
import type { Database } from '../../src/adapters/sql/database.ts'
import { sqlStore } from '../../src/adapters/sql/store.ts'
import type { Store } from '../../src/ports/store.ts'
import { moveIn } from './builders.ts'
import { eachDatabase, onSqlite } from './databases.ts'

// Each comes before those that it refers to.
const tables = [
  'recovery_codes',
  'second_factors',
  'limits',
  'marks',
  'attempts',
  'invoices',
  'outbox',
  'invitations',
  'stripe_events',
  'wallet_changes',
  'subscriptions',
  'setups',
  'consents',
  'payment_methods',
  'password_links',
  'banners',
  'sessions',
  'memberships',
  'members',
  'companies',
]

// It refuses to lose what is kept, and keeps everything unless told otherwise.
const keepNoActivity =
  "insert into marks (name, value) values ('activity kept since', 9000000000000000) on conflict (name) do update set value = 9000000000000000"

/** `fresh` empties the block's database, which is faster than to make another one; `behind` looks into it. */
type Define = (fresh: () => Promise<Store>, behind: () => Database) => void

/** Describes `name` on both databases. */
export function eachStore(name: string, define: Define): void {
  eachDatabase(name, (open) => inStore(open, define))
}

/** Describes `name` on SQLite alone, in memory: for what is above the store. */
export function sqliteStore(name: string, define: Define): void {
  onSqlite(name, (open) => inStore(() => open({ at: 'file::memory:' }), define))
}

function inStore(open: () => Promise<Database>, define: Define): void {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const fresh = async () => {
    await database.transaction(async (queries) => {
      await queries.run(keepNoActivity)
      await queries.run('delete from activity')
      for (const table of tables) await queries.run(`delete from ${table}`)
    })
    const store = sqlStore(database)
    await moveIn(store)
    return store
  }
  define(fresh, () => database)
}
