import { expect, it } from 'vitest'
import { collectDue, settleUnknown } from '../../src/invoices/collect-due.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { StoreUnavailable } from '../../src/ports/unavailable.ts'
import { atDesk } from '../support/desk.ts'

const refused = () => Promise.reject(new StoreUnavailable('full'))

atDesk('A database that will not be written', (fresh) => {
  async function withoutDisk(): Promise<Ports> {
    const desk = await fresh()
    const invoices = { ...desk.store.invoices, takeUp: refused, due: refused }
    return { gateway: desk.gateway, clock: desk.clock, store: { ...desk.store, invoices } }
  }

  it('leaves nothing to do for now, so that nobody asks it again and again', async () => {
    const reported: unknown[] = []
    const left = await settleUnknown(await withoutDisk(), (error) => reported.push(error))
    expect([left, reported[0]]).toEqual([0, expect.any(StoreUnavailable)])
    await expect(collectDue(await withoutDisk(), { schedule: [] }, () => {})).rejects.toThrow('full')
  })
})
