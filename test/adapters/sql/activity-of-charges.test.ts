// What the log says of charging is written with it: there is never one without the other, nor one too many.
import { expect, it } from 'vitest'
import type { Database, Queries } from '../../../src/adapters/sql/database.ts'
import { sqlStore } from '../../../src/adapters/sql/store.ts'
import type { Settlement } from '../../../src/ports/invoices.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  aCharge,
  aDecline,
  day,
  hour,
  invoiceAtStripe,
  minute,
  noon,
  paidFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, cards, declinedIn, unpaidIn } from './unpaid-in-store.ts'

const bob = { madeBy: 'member', memberId: 'bob', address: '192.0.2.7' } as const
const paid: Settlement = { outcome: 'paid', decline: null, chargeId: 'ch_2', facts: paidFacts() }

/** Who, what, why and from where, the oldest first; the cards' own coming is another matter. */
async function told(store: Store): Promise<string[]> {
  const entries = await store.activity.list('atelier', 100)
  return entries
    .toReversed()
    .filter(({ action }) => action !== 'card added')
    .map(({ memberId, address, action, facts, result }) =>
      [`${memberId ?? facts.by ?? 'guichet'}: ${action}`, facts.why, result, address]
        .filter(Boolean)
        .join(', '),
    )
}

eachStore('A charge in a store', (fresh, behind) => {
  const ready = async () => unpaidIn(await fresh())

  it('is entered once, when it is settled, with what the bank said', async () => {
    const store = await ready()
    await begin(store)
    expect(await told(store)).toEqual([])
    await store.invoices.postpone(attempt().id, 'unknown', noon)
    expect(await told(store)).toEqual([])
    const declined = { outcome: 'declined', decline: aDecline('do_not_honor'), chargeId: 'ch_1' } as const
    await Promise.all([1, 2, 3].map(() => store.invoices.settle(attempt().id, declined, noon + minute)))
    expect(await told(store)).toEqual(['guichet: charged, do_not_honor, refused'])
    const [entry] = await store.activity.list('atelier', 1)
    expect(entry).toMatchObject({
      at: noon + minute,
      facts: {
        card: { brand: 'visa', last4: '4242' },
        invoice: { id: 'in_1', number: 'LUM-0001', amount: 4900, currency: 'eur' },
      },
    })
  })

  it('by a member is entered as theirs, with the invoice that it paid, and nothing more once Stripe says so too', async () => {
    const store = await ready()
    await begin(store, bob)
    await store.invoices.settle(attempt().id, paid, noon + minute)
    const both = ['bob: charged, done, 192.0.2.7', 'bob: invoice paid, done, 192.0.2.7']
    expect(await told(store)).toEqual(both)
    const charges = [aCharge({ id: 'ch_2', outcome: 'paid', ...(cards[0] && { card: cards[0] }) })]
    for (const later of [hour, 2 * hour])
      await store.invoices.mirror(
        'atelier',
        invoiceAtStripe({ facts: paidFacts(), charges }),
        noon + later,
        noon + later,
      )
    expect(await told(store)).toEqual(both)
  })

  it('waits for one statement of the log, whatever there is to enter', async () => {
    const store = await ready()
    await begin(store)
    const statements: string[] = []
    await watched(behind(), statements).invoices.settle(attempt().id, paid, noon + minute)
    expect(statements.filter((sql) => /activity/.test(sql))).toEqual([
      expect.stringMatching(/^insert into activity/),
    ])
    expect(await told(store)).toHaveLength(2)
  })

  it('is not settled where it cannot be entered', async () => {
    const store = await ready()
    await begin(store)
    await behind().run('alter table activity rename to out_of_reach')
    try {
      await expect(store.invoices.settle(attempt().id, paid, noon)).rejects.toThrow()
    } finally {
      await behind().run('alter table out_of_reach rename to activity')
    }
    const [open] = await store.invoices.attempts('atelier', 'in_1')
    expect([open?.outcome, (await store.invoices.byId('atelier', 'in_1'))?.status]).toEqual(['sent', 'open'])
    expect(await store.invoices.settle(attempt().id, paid, noon)).toBe(true)
    expect(await told(store)).toHaveLength(2)
  })

  it.each<[string, Partial<Settlement>, string]>([
    ['undone', { outcome: 'undone' }, 'guichet: charged, undone, refused'],
    [
      'a bank that asks for its cardholder',
      { outcome: 'needs cardholder' },
      'guichet: charged, authentication_required, refused',
    ],
    [
      'unknown for too long',
      { outcome: 'review', why: 'unknown for too long' },
      'guichet: charged, unknown for too long, unanswered',
    ],
    [
      'another amount',
      { outcome: 'review', why: 'unexpected amount' },
      'guichet: charged, unexpected amount, done',
    ],
    ['a key refused', { outcome: 'review', why: 'key refused' }, 'guichet: charged, key refused, refused'],
    ['a decline without a reason', { outcome: 'declined' }, 'guichet: charged, other, refused'],
  ])('that ends as %s is entered as that', async (_what, ending, line) => {
    const store = await ready()
    await begin(store)
    await store.invoices.settle(
      attempt().id,
      { ...paid, decline: null, facts: undefined, ...ending } as Settlement,
      noon,
    )
    expect(await told(store)).toEqual([line])
  })

  it('that Stripe made by itself is entered as Stripe’s, once, however often it is read', async () => {
    const store = await ready()
    const charges = [aCharge({ id: 'ch_s', ...(cards[1] && { card: cards[1] }) })]
    for (const at of [1, 2, 3])
      await store.invoices.mirror('atelier', invoiceAtStripe({ charges }), noon + at, noon + at)
    expect(await told(store)).toEqual(['stripe: charged, do_not_honor, refused'])
  })

  it('whose cardholder confirmed later is entered again, as what came of it', async () => {
    const store = await ready()
    await begin(store, bob)
    await store.invoices.settle(
      attempt().id,
      { outcome: 'needs cardholder', decline: null, chargeId: null },
      noon,
    )
    const charges = [aCharge({ outcome: 'paid', ...(cards[0] && { card: cards[0] }), at: noon + minute })]
    for (const at of [minute, hour])
      await store.invoices.mirror(
        'atelier',
        invoiceAtStripe({ facts: paidFacts(), charges }),
        noon + at,
        noon + at,
      )
    expect(await told(store)).toEqual([
      'bob: charged, authentication_required, refused, 192.0.2.7',
      'bob: charged, done, 192.0.2.7',
      'bob: invoice paid, done, 192.0.2.7',
    ])
  })

  it('of a company’s time before it came here is not entered, one of today is', async () => {
    const store = await fresh()
    const [old, recent] = [noon - 90 * day, noon - hour]
    for (const [id, at] of [
      ['in_old', old],
      ['in_new', recent],
    ] as const) {
      // biome-ignore format: a pair
      const facts = paidFacts({ id, paidAt: at, createdAt: at })
      const charges = [aCharge({ id: `ch_${id}`, outcome: 'paid', at })]
      await store.invoices.mirror('atelier', invoiceAtStripe({ facts, charges }), noon, noon)
    }
    expect(await told(store)).toEqual(['stripe: charged, done', 'stripe: invoice paid, done'])
    const [entry] = await store.activity.list('atelier', 1)
    expect(entry?.facts.invoice?.id).toBe('in_new')
  })

  it('that was paid elsewhere is entered as Stripe’s, without a card', async () => {
    const store = await ready()
    await declinedIn(store)
    await store.invoices.mirror('atelier', invoiceAtStripe({ facts: paidFacts() }), noon + hour, noon + hour)
    expect(await told(store)).toEqual([
      'guichet: charged, do_not_honor, refused',
      'stripe: invoice paid, done',
    ])
  })
})

/** The same store, which notes each statement within a transaction. */
function watched(database: Database, statements: string[]): Store {
  const noting = (queries: Queries): Queries => ({
    all: (sql, values) => queries.all(sql, values),
    get: (sql, values) => queries.get(sql, values),
    run(sql, values) {
      statements.push(sql)
      return queries.run(sql, values)
    },
  })
  return sqlStore({
    ...noting(database),
    transaction: (work) => database.transaction((queries) => work(noting(queries))),
    close: () => database.close(),
  })
}
