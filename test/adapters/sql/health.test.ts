import { expect, it } from 'vitest'
import { sqlStore } from '../../../src/adapters/sql/store.ts'
import { StoreUnavailable } from '../../../src/ports/unavailable.ts'
import { anEvent, noon } from '../../support/builders.ts'
import { eachDatabase } from '../../support/databases.ts'
import { eachStore } from '../../support/stores.ts'

eachStore('The health of a store', (fresh, behind) => {
  it('is proven by writing, which changes nothing', async () => {
    const { health, marks } = await fresh()
    await health.prove()
    const before = await behind().all('select * from marks order by name')
    await health.prove()
    expect(await behind().all('select * from marks order by name')).toEqual(before)
    expect(await marks.read('health')).toBe(0)
  })

  it('knows how much waits', async () => {
    const { health, inbox } = await fresh()
    expect(await health.depths()).toEqual({ inbox: 0, outbox: 0, reviews: 0 })
    await inbox.keep(anEvent({ id: 'evt_1' }), noon)
    await inbox.keep(anEvent({ id: 'evt_2' }), noon)
    await inbox.done('evt_1', noon)
    expect(await health.depths()).toMatchObject({ inbox: 1 })
  })
})

eachDatabase('A database that is away', (open) => {
  it('is not well', async () => {
    const database = await open()
    const { health } = sqlStore(database)
    await database.close()
    await expect(health.prove()).rejects.toBeInstanceOf(StoreUnavailable)
  })
})
