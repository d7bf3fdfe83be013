import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import {
  alice,
  anAgreement,
  aSetup,
  aSubscription,
  brasserie,
  mirror,
  noon,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { declinedIn, unpaidIn } from './unpaid-in-store.ts'

const time = new Date(noon).toISOString()

async function exported({ privacy }: Store, companyId = 'atelier'): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const { name, rows } of privacy.parts(companyId)) {
    all[name] = []
    for await (const row of rows) all[name]?.push(row)
  }
  return all
}

eachStore('An export', (fresh) => {
  it('has every part, with times as texts, flags as such and what was JSON as it was', async () => {
    const store = await unpaidIn(await fresh())
    await store.wallets.agree(anAgreement('pm_1'))
    await store.setups.begin(aSetup())
    await declinedIn(store)
    await store.subscriptions.mirror({ id: 'atelier', customerId: 'cus_atelier' }, [aSubscription()], noon)
    const entry = { companyId: 'atelier', memberId: alice.id, address: null, action: 'signed in' } as const
    await store.activity.record([{ ...entry, facts: { role: 'owner' }, result: 'done' }], noon)
    const parts = await exported(store)
    expect(parts.activity).toContainEqual(
      expect.objectContaining({ action: 'signed in', facts: { role: 'owner' }, at: time }),
    )
    expect(parts).toMatchObject({
      company: [{ id: 'atelier', name: 'Atelier Lumière', createdAt: time }],
      billingDetails: [{ billingDetails: { city: 'Paris' } }],
      members: [
        { id: 'alice', role: 'owner', since: time, language: null },
        { id: 'bob', role: 'billing' },
        { id: 'dan', role: 'developer' },
      ],
      cards: [
        { id: 'pm_1', networks: ['visa'], isDefault: true, removedAt: null, expiryYear: 2030 },
        {},
        {},
        {},
      ],
      consents: [{ cardId: 'pm_1', memberId: 'alice', agreedAt: time }],
      cardsBegun: [{ status: 'started', startedAt: time }],
      subscriptions: [{ name: 'Studio', amount: 4900, interval: 'month' }],
      invoices: [
        { id: 'in_1', amountDue: 4900, isAutomatic: true, lines: [{ text: 'March', amount: 4900 }] },
      ],
      attempts: [{ invoiceId: 'in_1', outcome: 'declined', blockedByStripe: false, chargeId: 'ch_1' }],
    })
  })

  it('reads page after page, and no row twice where many are of one moment', async () => {
    const store = await fresh()
    const entry = { companyId: 'atelier', memberId: null, address: null, action: 'signed in' } as const
    for (const at of [noon, noon + 1])
      await store.activity.record(Array(650).fill({ ...entry, facts: {}, result: 'done' }), at)
    const { activity = [] } = await exported(store)
    const rows = activity as { id: string; at: string }[]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1300)
    expect(rows.map(({ at }) => at)).toEqual([...rows.map(({ at }) => at)].sort())
  })

  it('is of one company alone', async () => {
    const store = await unpaidIn(await fresh())
    await mirror(store, [someFacts({ id: 'pm_theirs' })], { company: brasserie })
    expect(await exported(store, 'brasserie')).toMatchObject({
      members: [{ id: 'charlie' }],
      cards: [{ id: 'pm_theirs' }],
      invoices: [],
    })
    expect(await exported(store, 'nobody’s')).toMatchObject({ company: [], members: [] })
  })
})
