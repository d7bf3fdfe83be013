import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { DatabaseBusy, DatabaseUnwritable } from '../../../src/adapters/sql/database.ts'
import { openDatabase } from '../../../src/adapters/sql/open.ts'
import { onSqlite } from '../../support/databases.ts'

onSqlite('The embedded database', (open, place) => {
  it('waits while another process writes', async () => {
    const at = await place()
    const database = await open({ at, migrated: false })
    await database.run('create table t (n bigint)')
    const other = lockedBy(at)
    const write = database.run('insert into t values (1)')
    const transaction = database.transaction((queries) => queries.run('insert into t values (2)'))
    other.exec('commit')
    await Promise.all([write, transaction])
    expect(await database.get('select count(*) as n from t')).toEqual({ n: 2 })
  })

  it('says that it is busy when another process writes for too long, and reads meanwhile', async () => {
    const at = await place()
    const database = await open({ at, migrated: false, patience: 40 })
    await database.run('create table t (n bigint)')
    const other = lockedBy(at)
    const writes = [
      database.run('insert into t values (1)'),
      database.get('insert into t values (1) returning n'),
      database.transaction(async () => {}),
    ]
    expect(await database.get('select count(*) as n from t')).toEqual({ n: 0 })
    for (const outcome of await Promise.allSettled(writes)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseBusy) })
    }
    other.exec('rollback')
    expect(await database.run('insert into t values (1)')).toBe(1)
  })

  it('says that it is busy when a transaction of its own takes too long, and keeps the order of the rest', async () => {
    const database = await open({ migrated: false, patience: 40 })
    await database.run('create table t (n bigint)')
    const end = Promise.withResolvers<void>()
    const slow = database.transaction(async (queries) => {
      await queries.run('insert into t values (1)')
      await end.promise
    })
    await expect(database.run('insert into t values (2)')).rejects.toThrow(DatabaseBusy)
    const next = database.run('insert into t values (3)')
    end.resolve()
    await Promise.all([slow, next])
    expect(await database.all('select n from t')).toEqual([{ n: 1 }, { n: 3 }])
  })

  it('tells a database that cannot be written', async () => {
    const database = await open({ migrated: false })
    await database.run('create table t (body text)')
    await database.run('pragma max_page_count = 3')
    const large = database.run('insert into t values ($1)', ['x'.repeat(100_000)])
    await expect(large).rejects.toThrow(DatabaseUnwritable)
  })

  it('holds foreign keys, survives power cuts and writes ahead', async () => {
    const database = await open({ migrated: false })
    expect(await database.get('pragma foreign_keys')).toEqual({ foreign_keys: 1 })
    expect(await database.get('pragma synchronous')).toEqual({ synchronous: 2 })
    expect(await database.get('pragma journal_mode')).toEqual({ journal_mode: 'wal' })
  })

  it('leaves nothing in its file of what was wiped or deleted', async () => {
    const at = await place()
    const database = await open({ at, migrated: false })
    const inFile = async (text: string): Promise<boolean> => {
      await database.get('pragma wal_checkpoint(truncate)')
      return (await readFile(at.replace('file:', ''))).includes(text)
    }
    const long = 'long-'.repeat(2000)
    await database.run('create table t (n bigint, body text)')
    await database.run('insert into t values (1, $1), (2, $2), (3, $3)', [
      'first-token',
      'second-token',
      long,
    ])
    for (const text of ['first-token', 'second-token', long.slice(0, 500)])
      expect(await inFile(text)).toBe(true)
    await database.run('update t set body = null where n = 1')
    await database.run('delete from t where n > 1')
    for (const text of ['first-token', 'second-token', 'long-']) expect(await inFile(text)).toBe(false)
  })

  it('lives in memory on one connection, where reads wait for the transaction', async () => {
    const database = await open({ at: 'file::memory:', migrated: false })
    await database.run('create table t (n bigint)')
    const undone = database.transaction(async (queries) => {
      await queries.run('insert into t values (1)')
      throw new Error('undone')
    })
    const read = database.all('select n from t')
    await expect(undone).rejects.toThrow('undone')
    expect(await read).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('makes its folder and files for their owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-modes-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'data', 'guichet.db')
    const database = await openDatabase(`file:${file}`)
    await database.run('create table t (n bigint)')
    const modes = await Promise.all([join(folder, 'data'), file, `${file}-wal`].map(mode))
    await database.close()
    expect(modes).toEqual([0o700, 0o600, 0o600])
  })

  it('knows no other addresses, and does not repeat the one it was given', async () => {
    await expect(openDatabase('mysql://root:hush@db')).rejects.toThrow(/must begin with file: or postgres:/)
    await expect(openDatabase('mysql://root:hush@db')).rejects.not.toThrow(/hush/)
    await expect(openDatabase('file:')).rejects.toThrow(/names no file/)
  })
})

function lockedBy(url: string): Sqlite.Database {
  const other = new Sqlite(url.slice('file:'.length))
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  return other
}

async function mode(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}
