import type { Marks } from '../../ports/invoices.ts'
import type { Database } from './database.ts'

export function sqlMarks(database: Database): Marks {
  return {
    async read(name) {
      const row = await database.get<{ value: number }>('select value from marks where name = $1', [name])
      return row?.value ?? null
    },

    async write(name, value) {
      await database.run(
        'insert into marks (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
        [name, value],
      )
    },
  }
}
