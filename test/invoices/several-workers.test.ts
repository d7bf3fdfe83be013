// Invariant 3: at most one attempt in flight per invoice, however many are at it.
import { expect, it } from 'vitest'
import { collectDue } from '../../src/invoices/collect-due.ts'
import { collectInvoice } from '../../src/invoices/collect-invoice.ts'
import { payNow } from '../../src/invoices/pay-now.ts'
import { anAttempt, asAlice, atelier, invoiceAtStripe } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { charging, owing } from './owing.ts'

atDesk('Several workers at once', (fresh) => {
  it('make one attempt', async () => {
    const at = await owing(fresh)
    at.pays()
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => at.collect()))
    expect(await at.told()).toEqual(['pm_1st: paid'])
    expect(at.sent).toHaveLength(1)
  })

  it('ask each card once, in its order, however they come upon each other', async () => {
    const at = await owing(fresh, 3)
    for (let times = 0; times < 3; times++) at.declines()
    for (let round = 0; round < 4; round++) await Promise.all([1, 2, 3, 4].map(() => at.collect()))
    expect(await at.told()).toEqual(['pm_1st: declined', 'pm_2nd: declined', 'pm_3rd: declined'])
  })

  it('do not take what another has claimed', async () => {
    const at = await owing(fresh)
    at.pays()
    const taken = await Promise.all([1, 2, 3].map(() => collectDue(at.desk, charging, () => {})))
    expect(taken.sort()).toEqual([0, 0, 1])
  })

  it('look again in a moment where the card that is next is at its bank for another invoice', async () => {
    const at = await owing(fresh)
    const { store, clock } = at.desk
    const other = invoiceAtStripe({ facts: { id: 'in_2' }, charges: [] })
    at.desk.gateway.invoices.set('in_2', other)
    await store.invoices.mirror('atelier', other, clock.now(), clock.now())
    const card = at.cards.find(({ id }) => id === 'pm_1st')
    if (!card) throw new Error('no backup')
    const begun = anAttempt({ id: 'of in_2', invoiceId: 'in_2', card, number: 1, outcome: 'sent' })
    expect(await store.invoices.begin({ ...begun, seen: 0 }, clock.now() + 90_000)).toMatchObject({
      id: begun.id,
    })
    const look = () => collectDue(at.desk, charging, () => {})
    expect([await look(), await look()]).toEqual([1, 0])
    expect(at.sent).toEqual([])
    await store.invoices.settle(begun.id, { outcome: 'undone', decline: null, chargeId: null }, clock.now())
    at.pays()
    clock.pass(2_000)
    await look()
    expect(await at.told()).toEqual(['pm_1st: paid'])
  })

  it('never have two attempts in flight, whoever pays by hand meanwhile', async () => {
    const at = await owing(fresh, 3)
    let inFlight = 0
    const { gateway } = at.desk
    const pay = gateway.pay.bind(gateway)
    gateway.pay = async (...call) => {
      inFlight += 1
      expect(inFlight).toBe(1)
      return pay(...call).finally(() => {
        inFlight -= 1
      })
    }
    for (let times = 0; times < 5; times++) at.declines()
    at.pays()
    const byHand = [2, 3, 4].map((number) =>
      payNow(at.desk, asAlice, { invoiceId: 'in_1', cardId: 'pm_default', number }),
    )
    await Promise.all([...[1, 2].map(() => collectInvoice(at.desk, atelier, 'in_1', charging)), ...byHand])
    const numbers = (await at.attempts()).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
