// What Stripe says of an invoice and its charges settles an attempt whose own answer never came.
import { expect, it } from 'vitest'
import type { InvoiceFacts } from '../../src/invoices/invoice.ts'
import { payNow } from '../../src/invoices/pay-now.ts'
import type { InvoiceAtStripe } from '../../src/ports/invoice-gateway.ts'
import { aCharge, asAlice, hour, minute, paidFacts } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { owing, round } from './owing.ts'

atDesk('An attempt whose answer was lost,', (fresh) => {
  it('that Stripe carried out is found in its charges, and nothing is charged again', async () => {
    const at = await owing(fresh)
    at.pays()
    at.desk.gateway.willFail('pay', 'answer lost')
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: paid'])
    expect(await at.invoice()).toMatchObject({ status: 'paid', amountPaid: 4900 })
  })

  it('whose decline was lost on its way back is declined, and then the next card is asked', async () => {
    const at = await owing(fresh)
    at.declines()
    at.desk.gateway.willFail('pay', 'answer lost')
    at.pays()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: declined', 'pm_2nd: paid'])
  })

  it('is looked at again where Stripe has taken the money, and does not call the invoice paid yet', async () => {
    const at = await owing(fresh)
    at.answers((card) => {
      at.tell(aCharge({ card, outcome: 'paid' }))
      return { answer: 'look' }
    })
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: unknown'])
    at.atStripe = { ...at.atStripe, facts: paidFacts() }
    at.desk.clock.pass(minute)
    await round(at)
    expect(await at.told()).toEqual(['pm_1st: paid'])
  })

  it.each<[string, Partial<InvoiceAtStripe>, Partial<InvoiceFacts>]>([
    ['another amount', {}, { amountPaid: 4800 }],
    ['another currency', {}, { currency: 'usd' }],
    ['another customer', { customerId: 'cus_brasserie' }, {}],
  ])('that turns out to be paid with %s is left to a person', async (_what, changes, facts) => {
    const at = await owing(fresh)
    at.pays({ facts })
    at.desk.gateway.willFail('pay', 'answer lost')
    at.desk.gateway.meanwhile('pay', () => {
      at.atStripe = { ...at.atStripe, ...changes }
    })
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: review'])
    expect((await at.invoice()).rest).toMatchObject({ why: 'unexpected amount' })
    expect(await at.desk.store.invoices.inReview()).toHaveLength(1)
  })

  it('is not settled by a question that the bank has asked because of the attempt before it', async () => {
    const at = await owing(fresh)
    const pay = (number: number) =>
      payNow(at.desk, asAlice, { invoiceId: 'in_1', cardId: 'pm_default', number })
    at.asks()
    expect(await pay(2)).toMatchObject({ result: 'needs cardholder' })
    expect(await pay(3)).toEqual({ result: 'unknown' })
    await round(at)
    expect(await at.told()).toEqual(['pm_default: needs cardholder', 'pm_default: unknown'])
  })

  it('is settled by the question that the bank has asked because of it', async () => {
    const at = await owing(fresh)
    at.asks()
    at.desk.gateway.willFail('pay', 'answer lost')
    at.declines()
    await at.collect()
    expect(await at.told()).toEqual(['pm_1st: needs cardholder', 'pm_2nd: declined'])
  })

  it('that turns out to be paid after those 23 hours is paid', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    const [, card] = at.cards
    at.tell(aCharge({ ...(card && { card }), outcome: 'paid' }), { status: 'paid' })
    at.desk.clock.pass(24 * hour)
    await round(at)
    expect(await at.told()).toEqual(['pm_1st: paid'])
    expect(at.sent).toHaveLength(1)
  })

  it('of an invoice that another paid meanwhile charged nothing', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    at.atStripe = { ...at.atStripe, facts: paidFacts() }
    at.answers({ answer: 'look' })
    at.desk.clock.pass(minute)
    await round(at)
    expect(await at.told()).toEqual(['pm_1st: undone'])
    expect((await at.invoice()).status).toBe('paid')
  })
})
