import type { Health } from '../../ports/health.ts'
import type { Database } from './database.ts'
import { forPeople } from './invoices.ts'

export function sqlHealth(database: Database): Health {
  async function count(from: string): Promise<number> {
    return (await database.get<{ count: number }>(`select count(*) as count from ${from}`))?.count ?? 0
  }

  return {
    // Written to what it was, it still has to reach the disk.
    async prove() {
      await database.run(
        `insert into marks (name, value) values ('health', 0)
         on conflict (name) do update set value = marks.value`,
      )
    },

    async depths() {
      return {
        inbox: await count('stripe_events where done_at is null'),
        outbox: await count('outbox where sent_at is null'),
        reviews: await count(`invoices where ${forPeople}`),
      }
    },
  }
}
