import { expect, it } from 'vitest'
import { sweep } from '../../src/invoices/sweep.ts'
import { anEvent, noon } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

atDesk('The sweep', (fresh) => {
  async function keptBy(thorough: boolean): Promise<string[]> {
    const desk = await fresh()
    desk.gateway.delivered.push(anEvent({ id: 'evt_delivered' }))
    desk.gateway.undelivered.push(anEvent({ id: 'evt_undelivered' }))
    await sweep(desk, { thorough })
    return (await desk.store.inbox.claim(noon, 1, 9)).map(({ id }) => id).sort()
  }

  it('keeps the events that reached nobody', async () => {
    expect(await keptBy(false)).toEqual(['evt_undelivered'])
  })

  it('keeps every event at first: the copy of us that was told of it may be gone', async () => {
    expect(await keptBy(true)).toEqual(['evt_delivered', 'evt_undelivered'])
  })
})
