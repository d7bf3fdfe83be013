// The law's table of answers, a row each, with Stripe in memory and a real store.
import { describe, expect, it } from 'vitest'
import type { ChargeAnswer } from '../../src/ports/invoice-gateway.ts'
import { aDecline, paidFacts } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { owing } from './owing.ts'

atDesk('One charge', (fresh) => {
  it('that pays is done, and no other card is asked', async () => {
    const at = await owing(fresh)
    at.pays()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: paid'])
    expect(await at.invoice()).toMatchObject({ status: 'paid', amountPaid: 4900, isInFlight: false })
    await at.collect()
    expect(at.sent).toHaveLength(1)
  })

  it('that is declined is followed by the next card, with a key of its own', async () => {
    const at = await owing(fresh)
    at.declines()
    at.pays()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: declined', 'pm_2nd: paid'])
    expect(at.sent.map((each) => each.split(' ')[0])).toEqual([
      'charge/in_1/pm_1st/2',
      'charge/in_1/pm_2nd/3',
    ])
  })

  it('keeps what the bank said, word for word', async () => {
    const at = await owing(fresh)
    const decline = aDecline('do_not_honor', { adviceCode: 'try_again_later' })
    at.declines(decline)
    await at.collect()
    expect((await at.attempts())[1]).toMatchObject({ outcome: 'declined', decline })
  })

  it('whose bank asks for the cardholder is followed by the other cards, and then they are asked', async () => {
    const at = await owing(fresh)
    at.asks()
    at.declines()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: needs cardholder', 'pm_2nd: declined'])
    expect((await at.invoice()).rest).toMatchObject({ kind: 'cardholder' })
  })

  it('that meets an invoice paid by another changes nothing but our copy', async () => {
    const at = await owing(fresh)
    at.answers(() => {
      at.atStripe = { ...at.atStripe, facts: paidFacts() }
      return { answer: 'look' }
    })
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: undone'])
    expect((await at.invoice()).status).toBe('paid')
  })

  it('that the bank is at is waited for, and no other card is asked', async () => {
    const at = await owing(fresh)
    at.takesItsTime()
    await at.collect()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: pending'])
    expect(at.sent).toHaveLength(1)
  })

  it('that was turned away before anything happened is not answered, and no other card is asked', async () => {
    const at = await owing(fresh)
    at.answers({ answer: 'busy' })
    await at.collect()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: sent'])
    expect(at.sent).toHaveLength(1)
  })

  it.each<[string, (at: Awaited<ReturnType<typeof owing>>) => void]>([
    ['was lost on its way', (at) => at.desk.gateway.willFail('pay', 'request lost')],
    ['was carried out, and its answer lost', (at) => at.desk.gateway.willFail('pay', 'answer lost')],
    ['met a failure of Stripe’s', (at) => at.desk.gateway.willFail('pay', 'failed')],
    ['was met with silence', () => {}],
  ])('that %s is unknown, and no other card is asked', async (_what, order) => {
    const at = await owing(fresh)
    order(at)
    await at.collect()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: unknown'])
    expect(at.sent).toHaveLength(1)
  })

  it('whose key was used with other bytes is left to a person, and no key is made to get past it', async () => {
    const at = await owing(fresh)
    at.answers({ answer: 'key refused' })
    await at.collect()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: review'])
    expect((await at.invoice()).rest).toEqual({ kind: 'review', why: 'key refused', until: null })
    expect(at.sent).toHaveLength(1)
    expect(await at.desk.store.invoices.inReview()).toHaveLength(1)
  })

  describe('that took money otherwise than it was asked to is left to a person:', () => {
    const otherwise: readonly [string, Parameters<Awaited<ReturnType<typeof owing>>['pays']>[0]][] = [
      ['too little', { facts: { amountPaid: 4800 } }],
      ['too much', { facts: { amountPaid: 49_000 } }],
      ['not all', { facts: { amountRemaining: 100 } }],
      ['another currency', { facts: { currency: 'usd' } }],
      ['another customer’s', { customerId: 'cus_brasserie' }],
    ]
    it.each(otherwise)('%s', async (_what, changes) => {
      const at = await owing(fresh)
      at.pays(changes)
      await at.collect()
      await at.collect()
      expect(await at.told()).toEqual(['pm_1st: review'])
      expect((await at.invoice()).rest).toMatchObject({ kind: 'review', why: 'unexpected amount' })
      expect(at.sent).toHaveLength(1)
      expect(await at.desk.store.invoices.inReview()).toHaveLength(1)
    })

    it('another invoice', async () => {
      const at = await owing(fresh)
      const facts = paidFacts({ id: 'in_other' })
      const answer: ChargeAnswer = { answer: 'paid', facts, customerId: 'cus_atelier', chargeId: 'ch_other' }
      at.answers(answer)
      await at.collect()
      expect(await at.told()).toEqual(['pm_1st: review'])
      expect(await at.desk.store.invoices.inReview()).toMatchObject([{ id: 'in_1' }])
      expect(await at.desk.store.invoices.byId('atelier', 'in_other')).toBeNull()
    })
  })
})
