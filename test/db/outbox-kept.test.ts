import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, migrationsFolder } from '../../db/migrate.ts'
import { eachDatabase } from '../support/databases.ts'

async function migrationsBefore(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const earlier = (await readdir(migrationsFolder)).filter((file) => file < name)
  for (const file of earlier) await cp(join(migrationsFolder, file), join(folder, file))
  return folder
}

eachDatabase('The outbox of a desk that knew no invitations', (open) => {
  it('keeps its mails, sent or not, each told once', async () => {
    const database = await open({ migrated: false })
    await migrate(database, await migrationsBefore('006'))
    await database.run(
      "insert into companies (id, name, billing_details, created_at) values ('c', 'C', '{}', 1)",
    )
    await database.run(
      "insert into members (id, email, name, created_at) values ('m', 'm@example.com', 'M', 1)",
    )
    const columns =
      'id, company_id, member_id, once, kind, facts, created_at, tries, next_try_at, sent_at, last_error'
    const insert = `insert into outbox (${columns}) values ($1, 'c', 'm', $2, 'paid', '{"a":1}', 2, 3, 4, $3, 'ECONNREFUSED')`
    await database.run(insert, ['waits', 'one', null])
    await database.run(insert, ['sent', 'two', 5])
    const before = await database.all(`select ${columns} from outbox order by id`)
    await migrate(database)
    expect(await database.all(`select ${columns} from outbox order by id`)).toEqual(before)
    await expect(database.run(insert, ['again', 'one', null])).rejects.toThrow()
    await expect(database.run(insert.replace("'m'", 'null'), ['to nobody', 'three', null])).rejects.toThrow()
  })
})
