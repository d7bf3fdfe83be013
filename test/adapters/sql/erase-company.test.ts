import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/activity/entry.ts'
import type { NewMail } from '../../../src/mail/message.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  aDecline,
  alice,
  anAgreement,
  aSetup,
  aSubscription,
  bob,
  brasserie,
  charlie,
  day,
  invoiceAtStripe,
  minute,
  mirror,
  noon,
  someDetails,
  someFacts,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, begin, declinedIn, told, unpaidIn } from './unpaid-in-store.ts'

const asker = { companyId: 'atelier', memberId: alice.id, address: '192.0.2.1' }
const lease = noon + 90_000
function news(once: string): NewMail {
  const card = { brand: 'visa', last4: '4242' }
  return { companyId: 'atelier', message: { kind: 'default changed', card, before: null }, once }
}
const undone = { outcome: 'undone', decline: null, chargeId: null } as const

eachStore('The erasure of a company', (fresh, behind) => {
  const mark = (store: Store, now = noon) => store.privacy.beginErasure(asker, now, now + 90_000)
  const erased = async (store: Store): Promise<Store> => {
    expect(await mark(store)).toMatchObject({ companyId: 'atelier' })
    await store.privacy.finishErasure('atelier', noon + minute)
    return store
  }
  const rows = (sql: string) => behind().all<Record<string, unknown>>(sql)

  describe('is refused, and nothing is changed,', () => {
    const cases: readonly [string, (store: Store) => Promise<unknown>, string][] = [
      ['while an attempt is on its way', (store) => begin(store), 'in flight'],
      [
        'while nobody knows what became of one',
        async (store) => {
          await begin(store)
          await store.invoices.postpone(attempt().id, 'unknown', noon + day)
        },
        'in flight',
      ],
      [
        'while a bank is still at a payment that was not ours',
        (store) =>
          store.invoices.mirror(
            'atelier',
            invoiceAtStripe({ facts: { payment: 'processing' } }),
            noon + 1,
            noon + 1,
          ),
        'in flight',
      ],
      [
        'while an invoice is being collected',
        (store) => store.invoices.due(noon, noon + 90_000, 10),
        'collecting',
      ],
    ]
    it.each(cases)('%s', async (_while, before, why) => {
      const store = await unpaidIn(await fresh())
      await before(store)
      expect(await mark(store)).toBe(why)
      expect(await store.privacy.isErasing('atelier')).toBe(false)
      expect((await store.wallets.of('atelier')).methods.some(({ isLeaving }) => isLeaving)).toBe(false)
      expect(await erasures(store)).toEqual([])
    })

    it('and goes ahead once that is over, whatever the clock did meanwhile', async () => {
      const store = await unpaidIn(await fresh())
      await begin(store)
      await store.invoices.settle(attempt().id, undone, noon)
      await store.invoices.due(noon, lease, 10)
      expect(await mark(store, noon + 89_999)).toBe('collecting')
      expect(await mark(store, noon - day)).toMatchObject({ tries: 1 })
    })
  })

  describe('once begun', () => {
    it('lets no attempt begin, by us or by a member, with any card', async () => {
      const store = await unpaidIn(await fresh())
      await mark(store)
      expect(await begin(store)).toBe('overtaken')
      // The cards are leaving besides; it is the company’s mark that holds where one is not.
      await behind().run('update payment_methods set removing_at = null')
      expect(await begin(store)).toBe('overtaken')
      expect(await begin(store, { madeBy: 'member', memberId: bob.id })).toBe('overtaken')
      expect(await told(store)).toEqual([])
    })

    it('of many attempts and one erasure at the same moment, either comes alone', async () => {
      for (let round = 0; round < 10; round++) {
        const store = await unpaidIn(await fresh())
        const [marked, begun] = await Promise.all([mark(store), begin(store)])
        const isMarked = typeof marked !== 'string'
        expect([isMarked, begun !== 'overtaken']).toEqual([isMarked, !isMarked])
      }
    })

    it('no invoice of it is due, unpaid or to be compared, and another company’s is', async () => {
      const store = await unpaidIn(await fresh())
      await mirror(store, [someFacts({ id: 'pm_theirs' })], { company: brasserie })
      await store.invoices.mirror('brasserie', invoiceAtStripe({ facts: { id: 'in_theirs' } }), noon, noon)
      await mark(store)
      expect(await store.invoices.due(noon, lease, 10)).toEqual([
        { companyId: 'brasserie', invoiceId: 'in_theirs' },
      ])
      expect(await store.invoices.unpaid('atelier')).toEqual([])
      expect(await store.invoices.open()).toEqual([{ id: 'in_theirs', companyId: 'brasserie' }])
    })

    it('nobody joins it any more by a link that was sent, and once it is finished no address is left', async () => {
      const store = await fresh()
      await behind().run(
        `insert into invitations (id, company_id, email, role, language, invited_by, token_hash, created_at, expires_at)
         values ('one', 'atelier', 'eve@example.com', 'developer', 'en', 'alice', 'hash', $1, $2)`,
        [noon, noon + day],
      )
      await mark(store)
      const eve = { id: 'eve', name: 'Eve', language: 'en', passwordHash: 'hash' } as const
      expect(await store.invitations.accept('hash', eve, null, noon)).toEqual({ result: 'gone' })
      await store.privacy.finishErasure('atelier', noon)
      expect(await rows('select * from invitations')).toEqual([])
    })

    it('no mail waits or is written any more', async () => {
      const store = await unpaidIn(await fresh())
      await store.outbox.write([news('before')], noon)
      await mark(store)
      await store.outbox.write([news('after')], noon)
      expect(await store.outbox.claim(noon + minute, minute)).toBeNull()
    })

    it('what Stripe tells of its customer leads to nobody, and what is read of Stripe is not taken over', async () => {
      const store = await unpaidIn(await fresh())
      await mark(store)
      expect(await store.companies.byCustomer('cus_atelier')).toBeNull()
      expect(await store.companies.byId('atelier')).toBeNull()
      const { version } = await store.wallets.of('atelier')
      const late = { methods: [someFacts({ id: 'pm_late' })], defaultId: null }
      expect(await store.wallets.mirror('atelier', version, late, noon)).toBe(false)
      await store.invoices.mirror(
        'atelier',
        invoiceAtStripe({ facts: { id: 'in_late' } }),
        noon + 1,
        noon + 1,
      )
      expect(await store.invoices.byId('atelier', 'in_late')).toBeNull()
      await store.companies.saveBillingDetails('atelier', someDetails({ city: 'Brest' }), [], noon)
      expect((await store.companies.billingDetails('atelier')).city).toBe('Paris')
      expect(
        await store.subscriptions.mirror(
          { id: 'atelier', customerId: 'cus_atelier' },
          [aSubscription()],
          noon,
        ),
      ).toBe(false)
    })

    it('is taken up once by whoever comes first, after its lease, and with keys of its own', async () => {
      const store = await fresh()
      await mark(store)
      expect(await store.privacy.takeUpErasure(noon + 89_999, lease)).toBeNull()
      const later = noon + 90_000
      const taken = await Promise.all([1, 2, 3].map(() => store.privacy.takeUpErasure(later, later + 90_000)))
      expect(taken.filter((each) => each !== null)).toEqual([
        { companyId: 'atelier', stripeCustomerId: 'cus_atelier', tries: 2 },
      ])
      await store.privacy.postponeErasure('atelier', later + minute)
      expect(await store.privacy.takeUpErasure(later + minute - 1, later)).toBeNull()
      expect(await mark(store, later)).toMatchObject({ tries: 3 })
    })

    it('its own owner sees that it is under way', async () => {
      const store = await fresh()
      await mark(store)
      expect((await store.members.actor(alice.id, 'atelier'))?.company.isErasing).toBe(true)
      expect((await store.members.actor(charlie.id, 'brasserie'))?.company.isErasing).toBeUndefined()
    })
  })

  describe('once finished', () => {
    const full = async (): Promise<Store> => {
      const store = await unpaidIn(await fresh())
      await store.wallets.agree(anAgreement('pm_1'))
      await store.setups.begin(aSetup())
      await declinedIn(store)
      await store.invoices.mirror(
        'atelier',
        invoiceAtStripe({
          facts: {
            hostedUrl: 'https://invoice.example/alice',
            pdfUrl: 'https://invoice.example/alice.pdf',
            lines: [{ text: 'Portrait of Alice Moreau', amount: 4900 }],
          },
        }),
        noon + 2 * minute,
        noon + 2 * minute,
      )
      return store
    }

    it('money keeps its ids and amounts, and loses its texts and addresses', async () => {
      const store = await erased(await full())
      expect(await rows('select * from invoices')).toMatchObject([
        { id: 'in_1', number: 'LUM-0001', amount_due: 4900, lines: '[]', hosted_url: null, pdf_url: null },
      ])
      expect(await rows('select * from attempts')).toMatchObject([
        {
          id: attempt().id,
          amount: 4900,
          outcome: 'declined',
          decline_code: aDecline('do_not_honor').declineCode,
          charge_id: 'ch_1',
          last4: null,
          fingerprint: null,
        },
      ])
      expect(await rows('select member_id from consents')).toEqual([{ member_id: 'alice' }])
      expect(await erasures(store)).toMatchObject([
        { action: 'company erased', result: 'done', memberId: 'alice', address: null },
        { action: 'company erased', result: 'unanswered', memberId: 'alice', address: '192.0.2.1' },
      ])
    })

    it('names, cards, people and what was begun are gone, and another company has all of its own', async () => {
      const store = await erased(await full())
      const [company, other] = await rows('select * from companies order by id')
      expect(company).toMatchObject({
        id: 'atelier',
        billing_details: '{}',
        stripe_customer_id: 'cus_atelier',
      })
      expect(company?.name).toMatch(/^Former company [0-9a-f]{4}$/)
      expect(other).toMatchObject({ id: 'brasserie', name: 'Brasserie du Port', erasing_at: null })
      for (const table of ['payment_methods', 'wallet_changes', 'subscriptions', 'outbox'])
        expect([table, await rows(`select * from ${table} where company_id = 'atelier'`)]).toEqual([
          table,
          [],
        ])
      expect(await rows('select member_id from memberships')).toEqual([{ member_id: 'charlie' }])
      expect(await rows("select name from members where name not like 'Former user ____'")).toEqual([
        { name: 'Charlie Renard' },
      ])
      expect(await store.members.actor(alice.id, null)).toBeNull()
    })

    it('whoever belongs to another company, too, stays who they are', async () => {
      const store = await fresh()
      await store.members.join('brasserie', bob.id, 'billing', noon)
      await erased(store)
      expect((await store.members.actor(bob.id, null))?.member).toEqual(bob)
    })

    it('it cannot be done twice, and finishes nothing that was not begun', async () => {
      const store = await erased(await fresh())
      expect(await mark(store)).toBe('gone')
      await store.privacy.finishErasure('atelier', noon + day)
      await store.privacy.finishErasure('brasserie', noon)
      expect(await rows("select name, erased_at from companies where id = 'brasserie'")).toEqual([
        { name: 'Brasserie du Port', erased_at: null },
      ])
      expect(await erasures(store)).toHaveLength(2)
    })
  })
})

async function erasures({ activity }: Store): Promise<Entry[]> {
  return (await activity.list('atelier', 100)).filter(({ action }) => action === 'company erased')
}
