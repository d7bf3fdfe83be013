import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { schemaText } from '../../db/dump.ts'
import { onSqlite } from '../support/databases.ts'

it('db/schema.sql is what the migrations give: npm run db:dump after every change', async () => {
  const written = await readFile(new URL('../../db/schema.sql', import.meta.url), 'utf8')
  expect(written.replaceAll('\r\n', '\n')).toBe(await schemaText())
})

onSqlite('The dumped schema', (open) => {
  it('can be run as it stands', async () => {
    const database = await open({ migrated: false })
    await database.changeSchema(async (queries) => queries.script(await schemaText()))
  })
})
