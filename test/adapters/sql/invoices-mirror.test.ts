import { describe, expect, it } from 'vitest'
import type { InvoiceStatus } from '../../../src/invoices/invoice.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  aCharge,
  aDecline,
  atelier,
  brasserie,
  day,
  invoiceAtStripe,
  minute,
  noon,
  paidFacts,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, declinedIn, told, unpaidIn } from './unpaid-in-store.ts'

eachStore('Our copy of an invoice', (fresh, behind) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)
  const byId = ({ invoices }: Store, id = 'in_1') => invoices.byId('atelier', id)
  const read = ({ invoices }: Store, what: Parameters<typeof invoiceAtStripe>[0], at = noon + minute) =>
    invoices.mirror('atelier', invoiceAtStripe(what), at, at)
  const kinds = async () =>
    (
      await behind().all<{ kind: string }>(
        "select distinct kind, once from outbox where kind <> 'card added'",
      )
    ).map(({ kind }) => kind)

  it('says all that Stripe says', async () => {
    const store = await fresh()
    const facts = paidFacts({
      dueAt: noon,
      nextStripeAttemptAt: noon + day,
      hostedUrl: 'https://h',
      pdfUrl: null,
    })
    await read(store, { facts })
    expect(await byId(store)).toMatchObject({
      ...facts,
      companyId: 'atelier',
      run: 1,
      rest: null,
      reviewedTo: 0,
    })
  })

  it('keeps what is ours when Stripe says something new', async () => {
    const store = await ready()
    const rest = { kind: 'next run', why: null, run: 2, until: noon + day } as const
    await store.invoices.rest('atelier', 'in_1', rest, [], noon)
    await read(store, { facts: { amountDue: 5000 } })
    expect(await byId(store)).toMatchObject({ amountDue: 5000, run: 2, rest: { until: noon + day } })
  })

  it.each<[InvoiceStatus, InvoiceStatus]>([
    ['paid', 'open'],
    ['void', 'open'],
    ['void', 'paid'],
    ['paid', 'void'],
    ['open', 'draft'],
    ['uncollectible', 'open'],
  ])('that was %s does not become %s, however late that is said', async (was, said) => {
    const store = await fresh()
    await read(store, { facts: { status: was } })
    await read(store, { facts: { status: said }, charges: [aCharge()] }, noon + day)
    expect(await byId(store)).toMatchObject({ status: was })
    expect(await told(store)).toEqual([])
  })

  it('has every charge once, however often and in whatever order Stripe was read', async () => {
    const store = await ready()
    const charges = [-5, -4, -3].map((minutes) => aCharge({ at: noon + minutes * minute }))
    const readings = [1, 3, 2, 3, 0]
    for (const [index, count] of readings.entries())
      await read(store, { charges: charges.slice(0, count) }, noon + index)
    await Promise.all([10, 11, 12, 13].map((after) => read(store, { charges }, noon + after)))
    expect(await told(store)).toEqual(['1 declined', '2 declined', '3 declined'])
  })

  it('leaves charges alone while an attempt is open, which may have made them', async () => {
    const store = await ready()
    await begin(store)
    const [card = someFacts()] = [attempt().card]
    const own = aCharge({ card: { ...someFacts(), ...card }, outcome: 'paid' })
    await read(store, { charges: [own], facts: { status: 'paid' } })
    expect(await told(store)).toEqual(['1 sent'])
    expect((await byId(store))?.status).toBe('paid')
    const settlement = { outcome: 'paid', decline: null, chargeId: own.id, facts: paidFacts() } as const
    await store.invoices.settle(attempt().id, settlement, noon + 2 * minute)
    await read(store, { charges: [own], facts: { status: 'paid' } }, noon + 3 * minute)
    expect(await told(store)).toEqual(['1 paid'])
  })

  it('goes on where Stripe’s own retry opened the next run', async () => {
    const store = await ready()
    await declinedIn(store)
    const rest = { kind: 'next run', why: null, run: 1, until: noon + 9 * day } as const
    await store.invoices.rest('atelier', 'in_1', rest, [], noon)
    const retry = aCharge({ card: { ...someFacts(), ...attempt().card }, at: noon + 2 * day })
    await read(store, { charges: [aCharge({ id: 'ch_1', card: attempt().card }), retry] }, noon + 2 * day)
    expect(await byId(store)).toMatchObject({ run: 2, rest: null })
  })

  it('goes on once the bank that was at it has answered', async () => {
    const store = await ready()
    await read(store, { facts: { payment: 'processing' } })
    const rest = { kind: 'processing', why: null, run: 1, until: null } as const
    await store.invoices.rest('atelier', 'in_1', rest, [], noon)
    await read(store, { facts: { payment: 'processing' } }, noon + 2 * minute)
    expect((await byId(store))?.rest).toMatchObject({ kind: 'processing' })
    await read(store, { facts: { payment: 'open' }, charges: [aCharge()] }, noon + 3 * minute)
    expect((await byId(store))?.rest).toBeNull()
  })

  describe('that turns out to be paid', () => {
    it('is news to those who heard that it was not', async () => {
      const store = await ready()
      await declinedIn(store)
      await read(store, { facts: { status: 'paid' } }, noon + 2 * minute)
      await read(store, { facts: { status: 'paid' } }, noon + 3 * minute)
      expect(await kinds()).toEqual(['paid'])
    })

    it('is no news where we never knew it otherwise', async () => {
      const store = await fresh()
      const facts = { status: 'paid' } as const
      const charges = [aCharge({ decline: aDecline('lost_card') }), aCharge({ outcome: 'paid' })]
      await read(store, { facts, charges })
      await read(store, { facts, charges }, noon + 2 * minute)
      expect(await kinds()).toEqual([])
    })

    it('while our own attempt is on its way is told of with the card that paid', async () => {
      const store = await ready()
      await declinedIn(store)
      await begin(store, { number: 2, id: 'second', card: someFacts({ id: 'pm_2' }) })
      await read(store, { facts: { status: 'paid' } }, noon + 2 * minute)
      const paid = { outcome: 'paid', decline: null, chargeId: 'ch_2', facts: paidFacts() } as const
      await store.invoices.settle('second', paid, noon + 3 * minute)
      expect(await kinds()).toEqual(['paid by backup'])
    })

    it('by another while our own attempt was on its way, and was declined, is told of', async () => {
      const store = await ready()
      await declinedIn(store)
      await begin(store, { number: 2, id: 'second', card: someFacts({ id: 'pm_2' }) })
      await read(store, { facts: { status: 'paid' } }, noon + 2 * minute)
      const declined = { outcome: 'declined', decline: aDecline('lost_card'), chargeId: 'ch_2' } as const
      await store.invoices.settle('second', declined, noon + 3 * minute)
      expect(await kinds()).toEqual(['paid'])
    })
  })

  it('is nobody else’s, and nobody else can change it', async () => {
    const store = await ready()
    const { invoices } = store
    const theirs = invoiceAtStripe({ facts: paidFacts(), charges: [aCharge()] })
    await invoices.mirror(brasserie.id, theirs, noon + day, noon + day)
    await invoices.rest(brasserie.id, 'in_1', { kind: 'stopped', why: null, run: 3, until: null }, [], noon)
    await invoices.forget(brasserie.id, 'in_1')
    expect(await byId(store)).toMatchObject({ status: 'open', run: 1, rest: null })
    expect(await told(store)).toEqual([])
    expect(await invoices.byId(brasserie.id, 'in_1')).toBeNull()
    expect(await invoices.list(brasserie.id, { skip: 0, limit: 10 })).toEqual([])
    expect(await invoices.unpaid(brasserie.id)).toEqual([])
    expect(await invoices.open()).toEqual([{ id: 'in_1', companyId: atelier.id }])
  })
})
