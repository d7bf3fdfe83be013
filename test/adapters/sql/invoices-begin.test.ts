import { describe, expect, it } from 'vitest'
import type { NewAttempt } from '../../../src/ports/invoices.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  alice,
  brasserie,
  invoiceAtStripe,
  mirror,
  noon,
  paidFacts,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, cards, declinedIn, told, unpaidIn } from './unpaid-in-store.ts'

eachStore('An attempt in a store', (fresh) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)

  describe('is begun', () => {
    it('with all that is sent, and can be read back to the byte', async () => {
      const store = await ready()
      const begun = await begin(store, { madeBy: 'member', memberId: alice.id, run: 1 })
      const { card, ...sent } = attempt({ madeBy: 'member', memberId: alice.id })
      const { id, brand, last4, fingerprint } = card
      expect(begun).toMatchObject({
        ...sent,
        card: { id, brand, last4, fingerprint },
        outcome: 'sent',
        tries: 1,
      })
      expect(await store.invoices.attempts('atelier', 'in_1')).toEqual([begun])
      expect(await store.invoices.byId('atelier', 'in_1')).toMatchObject({ isInFlight: true })
    })

    it('by one alone of many who would, with one card or with several', async () => {
      const store = await ready()
      const answers = await Promise.all(
        [...cards, ...cards, ...cards].map((card) => begin(store, { card, id: crypto.randomUUID() })),
      )
      expect(answers.filter((answer) => answer !== 'overtaken')).toHaveLength(1)
      expect(await told(store)).toEqual(['1 sent'])
    })

    it('for other invoices at the same time, with other cards', async () => {
      const store = await ready('in_2')
      expect(await begin(store)).not.toBe('overtaken')
      expect(
        await begin(store, { invoiceId: 'in_2', id: 'other', ...(cards[1] && { card: cards[1] }) }),
      ).not.toBe('overtaken')
    })

    it('and ends the rest before it, unless a member pays by hand', async () => {
      const store = await ready()
      const rest = { kind: 'next run', why: null, run: 1, until: noon } as const
      await store.invoices.rest('atelier', 'in_1', rest, [], noon)
      await begin(store, { madeBy: 'member', memberId: alice.id })
      expect(await store.invoices.byId('atelier', 'in_1')).toMatchObject({
        run: 1,
        rest: { kind: 'next run' },
      })
      await store.invoices.settle(attempt().id, { outcome: 'undone', decline: null, chargeId: null }, noon)
      await begin(store, { id: 'second', number: 2, run: 2 })
      expect(await store.invoices.byId('atelier', 'in_1')).toMatchObject({ run: 2, rest: null })
    })
  })

  describe('is overtaken, and nothing is written,', () => {
    const cases: readonly [string, (store: Store) => Promise<unknown>, Partial<NewAttempt>][] = [
      ['by one in flight', (store) => begin(store), { number: 2, id: 'second' }],
      ['by one of its number', (store) => declinedIn(store), { id: 'second' }],
      ['where it would leave a number out', async () => {}, { number: 3 }],
      [
        'by an invoice that is paid',
        ({ invoices }) =>
          invoices.mirror('atelier', invoiceAtStripe({ facts: paidFacts() }), noon + 1, noon + 1),
        {},
      ],
      [
        'by one that is void',
        ({ invoices }) =>
          invoices.mirror('atelier', invoiceAtStripe({ facts: { status: 'void' } }), noon + 1, noon + 1),
        {},
      ],
      [
        'by a person who is to look',
        ({ invoices }) =>
          invoices.rest('atelier', 'in_1', { kind: 'review', why: null, run: 1, until: null }, [], noon),
        {},
      ],
      ['by a card that is about to go', ({ wallets }) => wallets.markLeaving('atelier', 'pm_1', noon), {}],
      ['by a card that is gone', ({ wallets }) => wallets.remove('atelier', 'pm_1', null, noon), {}],
      [
        'by an attempt of this card that it did not know of',
        (store) => declinedIn(store),
        { number: 2, seen: 0 },
      ],
      [
        'by this card at its bank for another invoice',
        async (store) => {
          await store.invoices.mirror('atelier', invoiceAtStripe({ facts: { id: 'in_2' } }), noon, noon)
          await begin(store, { id: 'elsewhere', invoiceId: 'in_2' })
        },
        {},
      ],
      ['where there is no such card', async () => {}, { card: someFacts({ id: 'pm_none' }) }],
      ['where there is no such invoice', async () => {}, { invoiceId: 'in_none' }],
      ['where the invoice is another company’s', async () => {}, { companyId: 'brasserie' }],
    ]
    it.each(cases)('%s', async (_by, before, changes) => {
      const store = await ready()
      await before(store)
      const there = await told(store)
      expect(await begin(store, changes)).toBe('overtaken')
      expect(await told(store)).toEqual(there)
    })

    it('where the card is another company’s', async () => {
      const store = await ready()
      await mirror(store, [someFacts({ id: 'pm_theirs' })], { company: brasserie })
      const theirs = someFacts({ id: 'pm_theirs' })
      expect(await begin(store, { card: theirs })).toBe('overtaken')
    })
  })
})
