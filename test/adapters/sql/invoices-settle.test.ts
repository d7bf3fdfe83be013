import { describe, expect, it } from 'vitest'
import {
  aDecline,
  atelier,
  brasserie,
  hour,
  minute,
  noon,
  paidFacts,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, declinedIn, unpaidIn } from './unpaid-in-store.ts'

eachStore('An attempt in a store', (fresh, behind) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)

  describe('is settled', () => {
    it('once, with what the bank said', async () => {
      const store = await ready()
      expect(await declinedIn(store)).toBe(true)
      const paid = { outcome: 'paid', decline: null, chargeId: 'ch_2', facts: paidFacts() } as const
      expect(await store.invoices.settle(attempt().id, paid, noon + hour)).toBe(false)
      const [only] = await store.invoices.attempts('atelier', 'in_1')
      expect(only).toMatchObject({ outcome: 'declined', chargeId: 'ch_1', settledAt: noon + minute })
      expect(only?.decline).toEqual(aDecline('do_not_honor'))
      expect((await store.invoices.byId('atelier', 'in_1'))?.status).toBe('open')
    })

    it('by one alone of many who would', async () => {
      const store = await ready()
      await begin(store)
      const settle = (outcome: 'paid' | 'declined' | 'review') =>
        store.invoices.settle(attempt().id, { outcome, decline: null, chargeId: null }, noon)
      const answers = await Promise.all([
        settle('paid'),
        settle('declined'),
        settle('review'),
        settle('paid'),
      ])
      expect(answers.filter(Boolean)).toHaveLength(1)
    })

    it('with the invoice that it paid, and the mail that says so, in one act', async () => {
      const store = await ready()
      await declinedIn(store)
      await begin(store, { number: 2, id: 'second', card: someFacts({ id: 'pm_2' }) })
      const paid = { outcome: 'paid', decline: null, chargeId: 'ch_2', facts: paidFacts() } as const
      await store.invoices.settle('second', paid, noon + hour)
      expect(await store.invoices.byId('atelier', 'in_1')).toMatchObject({
        status: 'paid',
        isInFlight: false,
      })
      const mails = await behind().all<{ kind: string; member_id: string }>(
        "select kind, member_id from outbox where kind <> 'card added' order by member_id",
      )
      expect(mails.map(({ kind, member_id }) => `${member_id}: ${kind}`)).toEqual([
        'alice: paid by backup',
        'bob: paid by backup',
      ])
    })

    it('and puts its invoice into review where it ends there', async () => {
      const store = await ready()
      await begin(store)
      const review = { outcome: 'review', decline: null, chargeId: null, why: 'key refused' } as const
      await store.invoices.settle(attempt().id, review, noon)
      expect(await store.invoices.inReview()).toMatchObject([
        { id: 'in_1', rest: { kind: 'review', why: 'key refused' } },
      ])
    })
  })

  it('that was declined counts for its company alone, whatever the invoice', async () => {
    const store = await ready('in_2')
    await declinedIn(store)
    await begin(store, { invoiceId: 'in_2', id: 'other' })
    const asks = { outcome: 'needs cardholder', decline: null, chargeId: null } as const
    await store.invoices.settle('other', asks, noon)
    expect((await store.invoices.declined(atelier.id)).map(({ invoiceId }) => invoiceId).sort()).toEqual([
      'in_1',
      'in_2',
    ])
    expect(await store.invoices.declined(brasserie.id)).toEqual([])
    expect(await store.invoices.attempts(brasserie.id, 'in_1')).toEqual([])
  })
})
