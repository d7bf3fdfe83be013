import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { type Database, DatabaseBusy, DatabaseUnavailable } from '../../../src/adapters/sql/database.ts'
import { openDatabase } from '../../../src/adapters/sql/open.ts'

const postgres = inject('postgres')
const url = 'url' in postgres ? postgres.url : 'postgres://localhost'
const why = 'url' in postgres ? '' : ` (skipped: ${postgres.missing})`

describe('PostgreSQL out of reach', () => {
  it('is a refusal of every query', async () => {
    const database = await openDatabase('postgres://nobody@127.0.0.1:1/none')
    onTestFinished(() => database.close())
    await expect(database.get('select 1')).rejects.toThrow(DatabaseUnavailable)
    await expect(database.transaction(async () => {})).rejects.toThrow(DatabaseUnavailable)
  })
})

describe.skipIf(why)(`The server's database, on PostgreSQL${why}`, () => {
  const open = async (connections = 4): Promise<Database> => {
    const database = await openDatabase(url, { connections })
    onTestFinished(() => database.close())
    return database
  }
  const own = 'select pg_backend_pid() as pid'
  const kill = 'select pg_terminate_backend($1)'

  it('survives the loss of idle connections', async () => {
    const [database, other] = [await open(1), await open()]
    const before = await database.get<{ pid: number }>(own)
    await other.get(kill, [before?.pid ?? 0])
    // The loss may be noticed by the query or before it, but by one query at most.
    await database.get(own).catch((error) => expect(error).toBeInstanceOf(DatabaseUnavailable))
    expect(await database.get<{ pid: number }>(own)).not.toEqual(before)
  })

  it('says so when the connection is lost inside a transaction', async () => {
    const [database, other] = [await open(1), await open()]
    const lost = database.transaction(async (queries) => {
      const row = await queries.get<{ pid: number }>(own)
      await other.get(kill, [row?.pid ?? 0])
      await queries.get(own)
    })
    await expect(lost).rejects.toThrow(DatabaseUnavailable)
    expect(await database.get('select 1 as one')).toEqual({ one: 1 })
  })

  it('runs the work of a deadlock again', async () => {
    const database = await open()
    const table = `deadlock_${crypto.randomUUID().replaceAll('-', '')}`
    await database.run(`create table ${table} (id text primary key, n bigint not null)`)
    onTestFinished(async () => void (await database.run(`drop table ${table}`)))
    await database.run(`insert into ${table} values ('a', 0), ('b', 0)`)
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let runs = 0
    const crossing = (first: string, second: string, mine: number) =>
      database.transaction(async (queries) => {
        runs += 1
        await queries.run(`update ${table} set n = n + 1 where id = $1`, [first])
        both[mine]?.resolve()
        await both[1 - mine]?.promise
        await queries.run(`update ${table} set n = n + 1 where id = $1`, [second])
      })
    await Promise.all([crossing('a', 'b', 0), crossing('b', 'a', 1)])
    expect(runs).toBe(3)
    expect(await database.all(`select n from ${table}`)).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('gives up on collisions that do not end', async () => {
    const database = await open()
    let runs = 0
    const colliding = database.transaction(async (queries) => {
      runs += 1
      await queries.run("do $$ begin raise exception using errcode = '40001'; end $$")
    })
    await expect(colliding).rejects.toThrow(DatabaseBusy)
    expect(runs).toBe(6)
  })

  it('refuses a transaction that ends before its queries', async () => {
    const database = await open()
    let forgotten: Promise<unknown> = Promise.resolve()
    const hasty = database.transaction(async (queries) => {
      forgotten = queries.get(own)
    })
    await expect(hasty).rejects.toThrow(/await is missing/)
    await forgotten
  })
})
