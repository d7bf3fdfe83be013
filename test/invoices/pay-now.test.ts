import { expect, it } from 'vitest'
import { type PaidNow, payNow } from '../../src/invoices/pay-now.ts'
import { aDecline, asAlice, asBob, asCharlie } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { type Owing, owing } from './owing.ts'

// Stripe’s own charge was the first attempt.
const next = 2

function pay({ desk }: Owing, cardId = 'pm_1st', number = next, actor = asAlice): Promise<PaidNow> {
  return payNow(desk, actor, { invoiceId: 'in_1', cardId, number })
}

atDesk('A member who pays by hand', (fresh) => {
  it('is charged once with the card of their choice, as one who is there to answer the bank', async () => {
    const at = await owing(fresh)
    at.pays()
    expect(await pay(at, 'pm_2nd')).toMatchObject({ result: 'paid', attempt: { card: { id: 'pm_2nd' } } })
    expect((await at.attempts())[1]).toMatchObject({ madeBy: 'member', memberId: 'alice', run: 1 })
    expect(at.sent.join()).toContain('"off_session":false')
  })

  it('may choose a card that was never to be a backup, and the default that was just declined', async () => {
    const at = await owing(fresh)
    at.declines()
    expect(await pay(at, 'pm_default')).toMatchObject({ result: 'declined' })
    at.pays()
    expect(await pay(at, 'pm_default', 3)).toMatchObject({ result: 'paid' })
  })

  it('is told what the bank said', async () => {
    const at = await owing(fresh)
    at.declines(aDecline('lost_card'))
    expect(await pay(at)).toMatchObject({
      result: 'declined',
      attempt: { decline: { declineCode: 'lost_card' } },
    })
    at.asks()
    expect(await pay(at, 'pm_2nd', 3)).toMatchObject({ result: 'needs cardholder' })
  })

  it('who presses twice makes one attempt, and is told the same twice', async () => {
    const at = await owing(fresh)
    at.pays()
    const results = await Promise.all([pay(at), pay(at), pay(at)])
    expect(results.map(({ result }) => result)).toEqual(['paid', 'paid', 'paid'])
    expect(at.sent).toHaveLength(1)
    expect(await pay(at)).toMatchObject({ result: 'paid' })
    expect(at.sent).toHaveLength(1)
  })

  it('at the same time as a colleague, with another card, makes one attempt with them', async () => {
    const at = await owing(fresh)
    at.pays()
    at.pays()
    const results = await Promise.all([pay(at, 'pm_1st'), pay(at, 'pm_2nd', next, asBob)])
    expect(results.map(({ result }) => result)).toEqual(['paid', 'paid'])
    expect(at.sent).toHaveLength(1)
    expect(await at.told()).toHaveLength(1)
  })

  it('while the fallback is at it makes no second attempt in flight', async () => {
    const at = await owing(fresh)
    at.declines()
    at.declines()
    at.pays()
    const [, paid] = await Promise.all([at.collect(), pay(at, 'pm_default')])
    expect(['overtaken', 'paid', 'declined']).toContain(paid.result)
    const keys = at.sent.map((each) => each.split(' ')[0])
    expect(new Set(keys).size).toBe(keys.length)
    expect((await at.attempts()).map(({ number }) => number)).toEqual(
      keys.map((_, at) => at + 1).concat(keys.length + 1),
    )
  })

  it('with a form of before another attempt is shown that one first', async () => {
    const at = await owing(fresh)
    at.declines()
    at.declines()
    await at.collect()
    expect(await pay(at, 'pm_1st', 1)).toEqual({ result: 'overtaken' })
    expect(await pay(at, 'pm_1st', 2)).toEqual({ result: 'overtaken' })
    expect(await pay(at, 'pm_1st', 9)).toEqual({ result: 'overtaken' })
    expect(at.sent).toHaveLength(2)
  })

  it('of another company finds no such invoice', async () => {
    const at = await owing(fresh)
    expect(await pay(at, 'pm_1st', next, asCharlie)).toEqual({ result: 'missing' })
    expect(at.desk.gateway.calls).toEqual([])
  })
})
