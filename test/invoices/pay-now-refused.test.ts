import { describe, expect, it } from 'vitest'
import { type PaidNow, payNow } from '../../src/invoices/pay-now.ts'
import { aDecline, asAlice, invoiceAtStripe, minute, paidFacts, second } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { type Owing, owing } from './owing.ts'

function pay({ desk }: Owing, cardId = 'pm_1st', number = 2): Promise<PaidNow> {
  return payNow(desk, asAlice, { invoiceId: 'in_1', cardId, number })
}

atDesk('A member who would pay by hand', (fresh) => {
  it('is not charged for what is paid already, and told so', async () => {
    const at = await owing(fresh)
    at.atStripe = { ...at.atStripe, facts: paidFacts() }
    expect(await pay(at)).toEqual({ result: 'already paid' })
    expect(at.sent).toEqual([])
  })

  it.each(['void', 'uncollectible'] as const)('is not charged for what is %s', async (status) => {
    const at = await owing(fresh)
    at.atStripe = invoiceAtStripe({ facts: { status } })
    expect(await pay(at)).toEqual({ result: 'not payable' })
    expect(at.sent).toEqual([])
  })

  it('is not charged for what is left to a person, or what Stripe gave up', async () => {
    const at = await owing(fresh)
    at.atStripe = { ...at.atStripe, facts: { ...at.atStripe.facts, payment: 'canceled' } }
    expect(await pay(at)).toEqual({ result: 'not payable' })
    const other = await owing(fresh)
    other.declines(aDecline('fraudulent'))
    await other.collect()
    expect(await pay(other, 'pm_2nd', 3)).toEqual({ result: 'not payable' })
    expect(other.sent).toHaveLength(1)
  })

  it.each(['unknown', 'pending'] as const)('waits for what is %s, and is charged nothing', async (open) => {
    const at = await owing(fresh)
    if (open === 'unknown') at.desk.gateway.willFail('pay', 'request lost')
    else at.takesItsTime()
    await at.collect()
    expect(await pay(at, 'pm_2nd', 3)).toEqual({ result: 'unknown' })
    expect(at.sent).toHaveLength(1)
  })

  it('whose own attempt met silence is told that it is not known', async () => {
    const at = await owing(fresh)
    expect(await pay(at)).toEqual({ result: 'unknown' })
    expect(await pay(at)).toEqual({ result: 'unknown' })
    expect(at.sent).toHaveLength(1)
    expect(await at.told()).toEqual(['pm_1st: unknown'])
  })

  it('while another’s attempt is on its way waits for that, and not for ever', async () => {
    const at = await owing(fresh)
    at.answers({ answer: 'busy' })
    await at.collect()
    const before = at.desk.clock.now()
    expect(await pay(at, 'pm_2nd', 3)).toEqual({ result: 'unknown' })
    expect(at.desk.clock.now() - before).toBeLessThan(minute)
    expect(at.desk.clock.now() - before).toBeGreaterThan(20 * second)
    expect(at.sent).toHaveLength(1)
  })

  it('hears that Stripe is away, and nothing was sent', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('invoice', 'request lost')
    expect(await pay(at)).toEqual({ result: 'unanswered' })
    expect(at.sent).toEqual([])
    expect(await at.told()).toEqual([])
  })

  describe('cannot choose a card', () => {
    it('that is not theirs, is gone, or is about to go', async () => {
      const at = await owing(fresh)
      await at.desk.store.wallets.markLeaving('atelier', 'pm_2nd', at.desk.clock.now())
      for (const card of ['pm_of_another', 'pm_2nd', '', '__proto__'])
        expect([card, await pay(at, card)]).toEqual([card, { result: 'card gone' }])
      expect(at.sent).toEqual([])
    })

    it('whose bank said never again', async () => {
      const at = await owing(fresh)
      at.declines(aDecline('stolen_card'))
      await pay(at)
      expect(await pay(at, 'pm_1st', 3)).toEqual({ result: 'card dead' })
      expect(at.sent).toHaveLength(1)
    })

    it('that was declined six times today', async () => {
      const at = await owing(fresh)
      for (let number = 2; number < 8; number++) {
        at.declines()
        expect(await pay(at, 'pm_1st', number)).toMatchObject({ result: 'declined' })
      }
      expect(await pay(at, 'pm_1st', 8)).toEqual({ result: 'card resting' })
      expect(at.sent).toHaveLength(6)
    })
  })
})
