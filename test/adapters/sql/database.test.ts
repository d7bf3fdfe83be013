import { expect, it } from 'vitest'
import { type Database, DatabaseUnavailable, UniqueViolation } from '../../../src/adapters/sql/database.ts'
import { eachDatabase } from '../../support/databases.ts'

interface Note {
  id: string
  body: string | null
  written_at: number
}

eachDatabase('A database', (open) => {
  const withNotes = async (): Promise<Database> => {
    const database = await open({ migrated: false })
    await database.run('create table notes (id text primary key, body text, written_at bigint not null)')
    return database
  }
  const insert = 'insert into notes (id, body, written_at) values ($1, $2, $3)'

  it('binds a placeholder wherever it is repeated', async () => {
    const database = await withNotes()
    await database.run(insert, ['a', 'b', 1])
    await database.run(insert, ['b', 'x', 2])
    const found = await database.all<Note>('select * from notes where id = $1 or body = $1 order by id', [
      'b',
    ])
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('keeps nulls, text of every script, and integers as large as numbers are exact', async () => {
    const database = await withNotes()
    await database.run(insert, ['n', null, Number.MAX_SAFE_INTEGER])
    await database.run(insert, ['ü', 'naïve 支付 💳', -Number.MAX_SAFE_INTEGER])
    expect(await database.get('select * from notes where id = $1', ['n'])).toEqual({
      id: 'n',
      body: null,
      written_at: Number.MAX_SAFE_INTEGER,
    })
    expect((await database.get<Note>('select * from notes where id = $1', ['ü']))?.body).toBe('naïve 支付 💳')
    const least = await database.get('select id from notes where written_at = $1', [-Number.MAX_SAFE_INTEGER])
    expect(least).toEqual({ id: 'ü' })
  })

  it('divides large integers as integers', async () => {
    const database = await withNotes()
    await database.run(insert, ['a', null, 1])
    const row = await database.get(
      'select cast($1 as bigint) / 1000 as seconds from notes',
      [1_795_000_000_999],
    )
    expect(row).toEqual({ seconds: 1_795_000_000 })
  })

  it('counts and sums in numbers, and answers questions with 0 and 1', async () => {
    const database = await withNotes()
    await database.run(insert, ['a', null, 3_000_000_000])
    await database.run(insert, ['b', null, 4_000_000_000])
    const row = await database.get(
      'select count(*) as many, sum(written_at) as total, min(written_at) < max(written_at) as differ from notes',
    )
    expect(row).toEqual({ many: 2, total: 7_000_000_000, differ: 1 })
  })

  it('gives undefined for no row and [] for no rows', async () => {
    const database = await withNotes()
    expect(await database.get('select * from notes')).toBeUndefined()
    expect(await database.all('select * from notes')).toEqual([])
  })

  it('returns what it wrote', async () => {
    const database = await withNotes()
    const row = await database.get(`${insert} returning id, written_at`, ['a', 'body', 5])
    expect(row).toEqual({ id: 'a', written_at: 5 })
    expect(await database.all('update notes set body = $1 returning body', ['new'])).toEqual([
      { body: 'new' },
    ])
  })

  it('tells how many rows it changed', async () => {
    const database = await withNotes()
    expect(await database.run(insert, ['a', null, 1])).toBe(1)
    expect(await database.run(insert, ['b', null, 1])).toBe(1)
    expect(await database.run('update notes set written_at = $1', [2])).toBe(2)
    expect(await database.run('delete from notes where id = $1', ['c'])).toBe(0)
  })

  it('inserts or updates in one statement', async () => {
    const database = await withNotes()
    const upsert = `${insert} on conflict (id) do update set body = excluded.body`
    await database.run(upsert, ['a', 'first', 1])
    await database.run(upsert, ['a', 'second', 1])
    expect(await database.all('select body from notes')).toEqual([{ body: 'second' }])
    expect(await database.run(`${insert} on conflict (id) do nothing`, ['a', 'third', 1])).toBe(0)
  })

  it('names a unique violation without quoting the row', async () => {
    const database = await withNotes()
    await database.run('create unique index one_body on notes (body)')
    await database.run(insert, ['a', 'alice@example.com', 1])
    const twice = database.run(insert, ['b', 'alice@example.com', 1])
    await expect(twice).rejects.toThrow(UniqueViolation)
    await expect(twice).rejects.toThrow(/body/)
    await expect(twice).rejects.not.toThrow(/alice/)
    await expect(database.run(insert, ['a', null, 1])).rejects.toThrow(UniqueViolation)
  })

  it('is usable after a statement failed', async () => {
    const database = await withNotes()
    await expect(database.all('select id from nowhere')).rejects.toThrow(/nowhere/)
    expect(await database.all('select * from notes')).toEqual([])
  })

  it('refuses everything once it is closed, and closing it twice is no fault', async () => {
    const database = await withNotes()
    await database.close()
    await database.close()
    await expect(database.get('select 1')).rejects.toThrow(DatabaseUnavailable)
    await expect(database.run('delete from notes')).rejects.toThrow(DatabaseUnavailable)
    await expect(database.transaction(async () => {})).rejects.toThrow(DatabaseUnavailable)
  })
})
