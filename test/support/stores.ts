// The store with both companies in it, as it is at the beginning of each test, on both databases.
import { beforeAll } from 'vitest'
import type { Database } from '../../src/adapters/sql/database.ts'
import { sqlStore } from '../../src/adapters/sql/store.ts'
import type { Store } from '../../src/ports/store.ts'
import { moveIn } from './builders.ts'
import { eachDatabase } from './databases.ts'

// Each comes before those that it refers to.
const tables = [
  'stripe_events',
  'wallet_changes',
  'setups',
  'consents',
  'payment_methods',
  'password_links',
  'sessions',
  'memberships',
  'members',
  'companies',
]

/** `fresh` empties the block's database, which is faster than to make another one; `behind` looks into it. */
export function eachStore(
  name: string,
  define: (fresh: () => Promise<Store>, behind: () => Database) => void,
): void {
  eachDatabase(name, (open) => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    const fresh = async () => {
      for (const table of tables) await database.run(`delete from ${table}`)
      const store = sqlStore(database)
      await moveIn(store)
      return store
    }
    define(fresh, () => database)
  })
}
