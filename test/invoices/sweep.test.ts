// What no event told: found by looking.
import { describe, expect, it } from 'vitest'
import { sweep } from '../../src/invoices/sweep.ts'
import { GatewayUnavailable } from '../../src/ports/payment-gateway.ts'
import {
  aCharge,
  anEvent,
  day,
  hour,
  invoiceAtStripe,
  minute,
  noon,
  paidFacts,
  someFacts,
} from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'
import { owing } from './owing.ts'

const quick = { thorough: false }
const thorough = { thorough: true }

function readings({ gateway }: Desk): string[] {
  return gateway.calls.filter((call) => call.startsWith('invoice '))
}

atDesk('A sweep', (fresh) => {
  it('finds an open invoice that nobody told of, with what was charged for it', async () => {
    const desk = await (await fresh()).withCards(someFacts())
    await sweep(desk, quick)
    desk.gateway.invoices.set('in_1', invoiceAtStripe({ charges: [aCharge()] }))
    await sweep(desk, quick)
    expect(await desk.store.invoices.byId('atelier', 'in_1')).toMatchObject({ status: 'open' })
    expect(await desk.store.invoices.attempts('atelier', 'in_1')).toHaveLength(1)
  })

  it.each(['paid', 'void', 'uncollectible'] as const)('finds that one is %s by now', async (status) => {
    const at = await owing(fresh)
    at.atStripe = invoiceAtStripe({ facts: { status } })
    await sweep(at.desk, quick)
    expect((await at.invoice()).status).toBe(status)
  })

  it('finds that Stripe has tried since', async () => {
    const at = await owing(fresh)
    const invoice = invoiceAtStripe({ facts: { id: 'in_2', wasAttempted: false } })
    at.desk.gateway.invoices.set('in_2', invoice)
    await sweep(at.desk, quick)
    at.desk.gateway.invoices.set('in_2', { ...invoice, facts: { ...invoice.facts, wasAttempted: true } })
    await sweep(at.desk, quick)
    expect(await at.desk.store.invoices.byId('atelier', 'in_2')).toMatchObject({ wasAttempted: true })
  })

  it('asks about one whose bank is at it, until it has answered', async () => {
    const at = await owing(fresh)
    at.atStripe = invoiceAtStripe({ facts: { payment: 'processing' } })
    await sweep(at.desk, thorough)
    expect((await at.invoice()).payment).toBe('processing')
    at.atStripe = invoiceAtStripe({ facts: { payment: 'open' } })
    await sweep(at.desk, quick)
    expect((await at.invoice()).payment).toBe('open')
  })

  it('reads nothing that looks the same, and everything unpaid where it is thorough', async () => {
    const at = await owing(fresh)
    await sweep(at.desk, quick)
    at.desk.gateway.calls.length = 0
    await sweep(at.desk, quick)
    expect(readings(at.desk)).toEqual([])
    await sweep(at.desk, thorough)
    expect(readings(at.desk)).toEqual(['invoice in_1'])
  })

  it('leaves the host’s other customers alone', async () => {
    const desk = await fresh()
    for (const customerId of ['cus_of_the_host', null])
      desk.gateway.invoices.set(
        `in_${customerId}`,
        invoiceAtStripe({ facts: { id: `in_${customerId}` }, customerId }),
      )
    await sweep(desk, thorough)
    expect(readings(desk)).toEqual([])
    expect(await desk.store.invoices.open()).toEqual([])
  })

  it('never takes an invoice from one company to another', async () => {
    const at = await owing(fresh)
    at.atStripe = { ...at.atStripe, customerId: 'cus_brasserie' }
    await sweep(at.desk, thorough)
    expect(await at.desk.store.invoices.byId('brasserie', 'in_1')).toBeNull()
    expect(await at.invoice()).toMatchObject({ companyId: 'atelier' })
  })

  it('reads once what a company had before it was known here', async () => {
    const desk = await fresh()
    const facts = paidFacts({ id: 'in_old', createdAt: noon - 90 * day })
    desk.gateway.invoices.set('in_old', invoiceAtStripe({ facts }))
    await sweep(desk, quick)
    await sweep(desk, quick)
    expect(await desk.store.invoices.byId('atelier', 'in_old')).toMatchObject({ status: 'paid' })
    expect(readings(desk)).toEqual(['invoice in_old'])
  })

  it('that Stripe did not answer to its end is none', async () => {
    const desk = await fresh()
    for (const call of ['openInvoices', 'eventsSince', 'invoicesOf'] as const) {
      desk.gateway.willFail(call, 'request lost')
      await expect(sweep(desk, quick)).rejects.toThrow(GatewayUnavailable)
    }
    await sweep(desk, quick)
  })
})

atDesk('The events that reached nobody', (fresh) => {
  it('are put into the inbox, once however often they are found', async () => {
    const desk = await fresh()
    desk.gateway.undelivered.push(anEvent({ id: 'evt_missed' }))
    for (let times = 0; times < 3; times++) await sweep(desk, quick)
    const claimed = await desk.store.inbox.claim(noon, minute, 10)
    expect(claimed.map(({ id }) => id)).toEqual(['evt_missed'])
  })

  it('are joined after a start by those that were delivered: to a copy of us that may be gone', async () => {
    const desk = await fresh()
    desk.gateway.delivered.push(anEvent({ id: 'evt_delivered' }))
    await sweep(desk, quick)
    expect(await desk.store.inbox.claim(noon, minute, 10)).toEqual([])
    await sweep(desk, thorough)
    expect(await desk.store.inbox.claim(noon, minute, 10)).toHaveLength(1)
  })

  describe('are looked for', () => {
    async function since(desk: Desk): Promise<number> {
      const asked: number[] = []
      const { gateway } = desk
      const eventsSince = gateway.eventsSince.bind(gateway)
      gateway.eventsSince = (from, which) => {
        asked.push(from)
        return eventsSince(from, which)
      }
      await sweep(desk, quick)
      return asked[0] ?? 0
    }

    it('from a day before the newest, and then from that, in Stripe’s own time', async () => {
      const desk = await fresh()
      await desk.store.inbox.keep(anEvent({ createdAt: noon - hour }), noon)
      expect(await since(desk)).toBe(noon - hour - day - minute)
      expect(await since(desk)).toBe(noon - hour - minute)
    })

    it('from the same time, whatever our own clock says', async () => {
      const desk = await fresh()
      await desk.store.inbox.keep(anEvent({ createdAt: noon - hour }), noon)
      await sweep(desk, quick)
      for (const jump of [-48 * hour, 96 * hour]) {
        desk.clock.pass(jump)
        expect(await since(desk)).toBe(noon - hour - minute)
      }
    })

    it('again from the same time, where they could not be read', async () => {
      const desk = await fresh()
      await desk.store.inbox.keep(anEvent({ createdAt: noon - hour }), noon)
      await sweep(desk, quick)
      await desk.store.inbox.keep(anEvent({ createdAt: noon }), noon)
      desk.gateway.willFail('eventsSince', 'request lost')
      await expect(sweep(desk, quick)).rejects.toThrow()
      expect(await since(desk)).toBe(noon - hour - minute)
    })
  })
})
