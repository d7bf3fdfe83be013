import { expect, it } from 'vitest'
import type { NewMail } from '../../../src/mail/message.ts'
import type { Store } from '../../../src/ports/store.ts'
import { day, hour, idsOf, invoiceAtStripe, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'
import { attempt, declinedIn, unpaidIn } from './unpaid-in-store.ts'

const invoice = { id: 'in_1', number: null, amount: 4900, currency: 'eur' }
const mail: NewMail = {
  companyId: 'atelier',
  message: { kind: 'payment failed', invoice, tried: [], nextTryAt: null },
  once: 'failed/in_1/1',
}
const until = noon + 3 * day
const nextRun = { kind: 'next run', why: null, run: 2, until } as const
const review = { kind: 'review', why: 'suspected fraud', run: 1, until: null } as const

eachStore('An invoice in a store that rests', (fresh, behind) => {
  const ready = async (...ids: readonly string[]) => unpaidIn(await fresh(), ...ids)
  const rest = (
    { invoices }: Store,
    resting: Parameters<Store['invoices']['rest']>[2],
    mails: NewMail[] = [],
  ) => invoices.rest('atelier', 'in_1', resting, mails, noon)
  const byId = ({ invoices }: Store) => invoices.byId('atelier', 'in_1')
  const mails = async () =>
    (await behind().all<{ member_id: string }>("select member_id from outbox where kind = 'payment failed'"))
      .length

  it('says for what and until when, and tells its people in the same act, once', async () => {
    const store = await ready()
    await rest(store, nextRun, [mail])
    await rest(store, nextRun, [mail])
    expect(await byId(store)).toMatchObject({ run: 2, rest: { kind: 'next run', why: null, until } })
    // Alice and Bob; Dan, who develops, is told nothing of payments.
    expect(await mails()).toBe(2)
  })

  it('tells nobody anything where it is paid by now', async () => {
    const store = await ready()
    const paid = invoiceAtStripe({ facts: { status: 'paid' } })
    await store.invoices.mirror('atelier', paid, noon + hour, noon + hour)
    await rest(store, nextRun, [mail])
    expect((await byId(store))?.rest).toBeNull()
    expect(await mails()).toBe(0)
  })

  it('is a person’s until that person has looked', async () => {
    const store = await ready('in_2')
    await rest(store, review)
    await rest(store, nextRun, [mail])
    expect((await byId(store))?.rest).toEqual({ kind: 'review', why: 'suspected fraud', until: null })
    expect(await mails()).toBe(0)
    expect(idsOf(await store.invoices.inReview())).toEqual(['in_1'])
    expect(await store.invoices.reviewed('in_1')).toBe(true)
    expect(await store.invoices.reviewed('in_1')).toBe(false)
    expect(await store.invoices.reviewed('in_2')).toBe(false)
    expect((await byId(store))?.rest).toBeNull()
    expect(await store.invoices.inReview()).toEqual([])
  })

  it('remembers up to which attempt that person has looked', async () => {
    const store = await ready()
    await declinedIn(store)
    await rest(store, review)
    await store.invoices.reviewed('in_1')
    expect(await byId(store)).toMatchObject({ reviewedTo: attempt().number })
  })

  it('is listed with the open ones first, the newest before the others, and no drafts', async () => {
    const store = await fresh()
    const made = [
      ['in_paid', 'paid', 4],
      ['in_old', 'open', 1],
      ['in_new', 'open', 3],
      ['in_draft', 'draft', 5],
      ['in_void', 'void', 2],
    ] as const
    for (const [id, status, days] of made) {
      const facts = { id, status, createdAt: noon + days * day }
      await store.invoices.mirror('atelier', invoiceAtStripe({ facts }), noon, noon)
    }
    const { invoices } = store
    expect(idsOf(await invoices.list('atelier', { skip: 0, limit: 10 }))).toEqual([
      'in_new',
      'in_old',
      'in_paid',
      'in_void',
    ])
    expect(idsOf(await invoices.list('atelier', { skip: 0, limit: 2 }))).toEqual(['in_new', 'in_old'])
    expect(idsOf(await invoices.list('atelier', { skip: 1, limit: 2 }))).toEqual(['in_old', 'in_paid'])
    expect(idsOf(await invoices.unpaid('atelier'))).toEqual(['in_old', 'in_new'])
  })

  it('is unpaid only where Stripe charges it by itself, has tried, and something is left', async () => {
    const store = await fresh()
    const facts = [
      { isAutomatic: false },
      { wasAttempted: false },
      { amountRemaining: 0 },
      { status: 'paid' as const },
    ]
    for (const [at, changes] of facts.entries()) {
      const reading = invoiceAtStripe({ facts: { id: `in_${at}`, ...changes } })
      await store.invoices.mirror('atelier', reading, noon, noon)
    }
    expect(await store.invoices.unpaid('atelier')).toEqual([])
  })

  it('goes with its draft, and not otherwise', async () => {
    const store = await ready()
    const draft = invoiceAtStripe({ facts: { id: 'in_draft', status: 'draft' } })
    await store.invoices.mirror('atelier', draft, noon, noon)
    await store.invoices.forget('atelier', 'in_draft')
    await store.invoices.forget('atelier', 'in_1')
    expect(await store.invoices.byId('atelier', 'in_draft')).toBeNull()
    expect(await byId(store)).not.toBeNull()
  })
})
