import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MigrationRefused, migrate } from '../../db/migrate.ts'
import { eachDatabase } from '../support/databases.ts'

const one = '001_one.sql'
const two = '002_two.sql'
const texts = {
  [one]: `
    -- A comment; with a semicolon, and it's fine.
    create table a (id text primary key, note text not null default 'x;
y');
    create index a_by_note on a (note);`,
  [two]: 'create table b (id text primary key references a (id));\n',
}

eachDatabase('Migrating', (open, place) => {
  it('applies each file once, in order', async () => {
    const database = await open({ migrated: false })
    const folder = await folderOf(texts)
    expect(await migrate(database, folder)).toEqual([one, two])
    expect(await migrate(database, folder)).toEqual([])
    await database.run("insert into a (id) values ('1')")
    expect(await database.get('select note from a')).toEqual({ note: 'x;\ny' })
  })

  it('goes on where it was', async () => {
    const database = await open({ migrated: false })
    await migrate(database, await folderOf({ [one]: texts[one] }))
    expect(await migrate(database, await folderOf(texts))).toEqual([two])
  })

  it('is safe when several processes start at once', async () => {
    const at = await place()
    const folder = await folderOf(texts)
    const starts = [1, 2, 3, 4].map(async () => migrate(await open({ at, migrated: false }), folder))
    expect((await Promise.all(starts)).flat().sort()).toEqual([one, two])
  })

  it('undoes a file that fails, and keeps those before it', async () => {
    const database = await open({ migrated: false })
    const broken = await folderOf({ ...texts, [two]: 'create table b (id text); create table a (id text);' })
    await expect(migrate(database, broken)).rejects.toThrow(/a.* already exists/)
    await expect(database.all('select * from b')).rejects.toThrow()
    expect(await migrate(database, await folderOf(texts))).toEqual([two])
  })

  it('refuses a file that changed after it was applied, but not for its line ends', async () => {
    const database = await open({ migrated: false })
    await migrate(database, await folderOf(texts))
    expect(
      await migrate(database, await folderOf({ ...texts, [two]: texts[two].replaceAll('\n', '\r\n') })),
    ).toEqual([])
    const changed = migrate(database, await folderOf({ ...texts, [two]: `${texts[two]}--` }))
    await expect(changed).rejects.toThrow(MigrationRefused)
    await expect(changed).rejects.toThrow(/002_two.sql has changed/)
  })

  it('refuses a database that a newer version has migrated', async () => {
    const database = await open({ migrated: false })
    await migrate(database, await folderOf(texts))
    const older = migrate(database, await folderOf({ [one]: texts[one] }))
    await expect(older).rejects.toThrow(/002_two.sql, which this version lacks/)
  })

  it('refuses a file that comes before applied ones', async () => {
    const database = await open({ migrated: false })
    await migrate(database, await folderOf({ [two]: 'create table b (id text);' }))
    const late = migrate(database, await folderOf({ ...texts, [two]: 'create table b (id text);' }))
    await expect(late).rejects.toThrow(/001_one.sql comes before 002_two.sql/)
  })

  it('refuses names and numbers that leave the order open', async () => {
    const database = await open({ migrated: false })
    await expect(migrate(database, await folderOf({ '1.sql': '' }))).rejects.toThrow(/1.sql should be named/)
    const twice = migrate(database, await folderOf({ '001_a.sql': '', '001_b.sql': '' }))
    await expect(twice).rejects.toThrow(/Two migrations have the number 001/)
  })
})

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}
