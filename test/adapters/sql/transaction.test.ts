import { expect, it } from 'vitest'
import { type Database, type Queries, UniqueViolation } from '../../../src/adapters/sql/database.ts'
import { eachDatabase } from '../../support/databases.ts'

eachDatabase('A transaction', (open) => {
  const withCounter = async (): Promise<Database> => {
    const database = await open({ migrated: false })
    await database.run('create table counters (id text primary key, n bigint not null)')
    await database.run("insert into counters values ('clicks', 0)")
    return database
  }
  const set = 'update counters set n = $1'
  const count = async (queries: Queries) =>
    (await queries.get<{ n: number }>("select n from counters where id = 'clicks'"))?.n

  it('keeps what its work did and gives back what it answered', async () => {
    const database = await withCounter()
    const answer = await database.transaction(async (queries) => {
      await queries.run(set, [7])
      return count(queries)
    })
    expect(answer).toBe(7)
    expect(await count(database)).toBe(7)
  })

  it('undoes everything when its work throws', async () => {
    const database = await withCounter()
    const failing = database.transaction(async (queries) => {
      await queries.run(set, [7])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await count(database)).toBe(0)
  })

  it('is doomed by a failed statement, even if its work goes on', async () => {
    const database = await withCounter()
    const doomed = database.transaction(async (queries) => {
      await queries.run(set, [7])
      await queries.run("insert into counters values ('clicks', 1)").catch(() => {})
      await queries.run(set, [8]).catch(() => {})
      return 'fine'
    })
    await expect(doomed).rejects.toThrow(UniqueViolation)
    expect(await count(database)).toBe(0)
  })

  it('refuses to nest, and refuses its work the database itself', async () => {
    const database = await withCounter()
    const refusals: ((outer: Queries) => Promise<unknown>)[] = [
      () => database.transaction(async () => {}),
      () => database.run(set, [1]),
      () => count(database),
    ]
    for (const work of refusals) {
      await expect(database.transaction(work)).rejects.toThrow(/use the queries that it hands over/)
    }
    expect(await database.run(set, [2])).toBe(1)
  })

  it('takes its queries back when it ends', async () => {
    const database = await withCounter()
    const kept: Queries[] = []
    await database.transaction(async (queries) => {
      kept.push(queries)
    })
    for (const queries of kept) await expect(count(queries)).rejects.toThrow(/has ended/)
    expect(kept).toHaveLength(1)
  })

  it('lets what its work left behind use the database later', async () => {
    const database = await withCounter()
    const ended = Promise.withResolvers<void>()
    const late = await database.transaction(async () => ({ read: ended.promise.then(() => count(database)) }))
    ended.resolve()
    expect(await late.read).toBe(0)
  })

  it('loses no update among fifty at once', async () => {
    const database = await withCounter()
    const increments = Array.from({ length: 50 }, () =>
      database.transaction((queries) =>
        queries.get<{ n: number }>("update counters set n = n + 1 where id = 'clicks' returning n"),
      ),
    )
    const seen = (await Promise.all(increments)).map((row) => row?.n)
    expect(seen.toSorted((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    expect(await count(database)).toBe(50)
  })

  it('does not let the writes of others join it', async () => {
    const database = await withCounter()
    await database.run("insert into counters values ('others', 0)")
    const begun = Promise.withResolvers<void>()
    const others = Promise.withResolvers<void>()
    const undone = database.transaction(async (queries) => {
      await queries.run("update counters set n = 1 where id = 'clicks'")
      begun.resolve()
      await others.promise
      throw new Error('undone')
    })
    await begun.promise
    const write = database.run("update counters set n = 1 where id = 'others'")
    const second = database.transaction((queries) => queries.run("insert into counters values ('third', 1)"))
    others.resolve()
    await expect(undone).rejects.toThrow('undone')
    await Promise.all([write, second])
    expect(await database.all('select id, n from counters order by id')).toEqual([
      { id: 'clicks', n: 0 },
      { id: 'others', n: 1 },
      { id: 'third', n: 1 },
    ])
  })

  it('shows nobody what it has not yet committed', async () => {
    const database = await withCounter()
    const written = Promise.withResolvers<void>()
    const read = Promise.withResolvers<void>()
    const open = database.transaction(async (queries) => {
      await queries.run(set, [1])
      written.resolve()
      await read.promise
    })
    await written.promise
    expect(await count(database)).toBe(0)
    read.resolve()
    await open
    expect(await count(database)).toBe(1)
  })
})
