// Stripe's invoices, what was charged for them, and the events that tell of them, through the real SDK.
import { describe, expect, it } from 'vitest'
import { GatewayUnavailable } from '../../../src/ports/payment-gateway.ts'
import type { FaultKind } from '../../../src/sandbox/api/faults.ts'
import { addCard, billed, draftFor, openFor } from '../../sandbox/billed.ts'
import { idsOf } from '../../support/builders.ts'
import { type Owed, owed } from './owed.ts'

async function read({ gateway, invoice }: Owed) {
  const atStripe = await gateway.invoice(invoice)
  if (atStripe === 'missing') throw new Error('missing')
  return atStripe
}

describe('An invoice at Stripe', () => {
  it('says what is billed, to whom, and that nothing was charged yet', async () => {
    const at = await owed()
    expect(await read(at)).toMatchObject({
      customerId: at.customer,
      charges: [],
      asks: null,
      facts: {
        ...{ id: at.invoice, status: 'open', currency: 'eur', amountDue: 4900, amountRemaining: 4900 },
        ...{ isAutomatic: false, wasAttempted: false, lines: [{ text: 'March', amount: 4900 }] },
        ...{ hostedUrl: expect.stringMatching(/^http/), number: expect.any(String), paidAt: null },
      },
    })
  })

  it('tells of every charge, the oldest first, with its card and why it was declined', async () => {
    const at = await owed('insufficient_funds_when_charged')
    const other = await addCard(at, at.customer, 'lost_when_charged')
    const good = await addCard(at, at.customer)
    await at.pay()
    await at.pay(other)
    await at.pay(good)
    const { charges, facts } = await read(at)
    expect(charges.map(({ card, outcome, decline }) => [card.id, outcome, decline?.declineCode])).toEqual([
      [at.card, 'declined', 'insufficient_funds'],
      [other, 'declined', 'lost_card'],
      [good, 'paid', undefined],
    ])
    expect(charges[0]).toMatchObject({
      amount: 4900,
      currency: 'eur',
      card: { brand: 'visa', last4: '4242' },
    })
    expect(charges[0]?.card.fingerprint).toBe(charges[2]?.card.fingerprint)
    expect(facts).toMatchObject({ status: 'paid', payment: 'paid', wasAttempted: true })
  })

  it('tells that Radar, and not the bank, said no', async () => {
    const at = await owed('blocked_by_radar')
    await at.pay()
    expect((await read(at)).charges).toMatchObject([{ decline: { blocked: true } }])
  })

  it('that is sent to be paid is not automatic, and says until when', async () => {
    const at = await owed()
    const draft = await draftFor(at, at.customer, { collection_method: 'send_invoice', days_until_due: 30 })
    await at.stripe.invoices.finalizeInvoice(draft)
    expect(await read({ ...at, invoice: draft })).toMatchObject({
      facts: { isAutomatic: false, dueAt: expect.any(Number) },
    })
  })

  it('that is none is missing, and has nothing to confirm', async () => {
    const { gateway } = await owed()
    expect(await gateway.invoice('in_none')).toBe('missing')
    expect(await gateway.confirmationSecret('in_none')).toBeNull()
  })

  const faults: readonly FaultKind[] = ['500-before', '502', 'reset-before', 'truncate', 'hang', '429']
  it.each(faults)('that cannot be read because of %s is no invoice, and no missing one', async (kind) => {
    const at = await owed('succeeds', kind === 'hang' ? 200 : 5_000)
    at.sandbox.faults.order({ kind, method: 'GET' })
    const calls = [
      at.gateway.invoice(at.invoice),
      at.gateway.openInvoices(),
      at.gateway.eventsSince(0, 'all'),
      at.gateway.confirmationSecret(at.invoice),
    ]
    const answers = await Promise.allSettled(calls)
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(GatewayUnavailable) })
  })

  it('whose charges cannot be read is not read', async () => {
    const at = await owed('fails_when_charged')
    await at.pay()
    at.sandbox.faults.order({ kind: '500-before', method: 'GET', path: '/v1/charges' })
    await expect(at.gateway.invoice(at.invoice)).rejects.toThrow(GatewayUnavailable)
  })
})

describe('All of them', () => {
  it('that are open are listed over several pages, each once, and no others', async () => {
    const at = await owed()
    const { customer } = await billed(at)
    const made = [at.invoice]
    for (let count = 0; count < 210; count++) made.push(await openFor(at, count % 2 ? customer : at.customer))
    await draftFor(at, at.customer)
    await at.stripe.invoices.voidInvoice(made.pop() ?? '')
    const open = await at.gateway.openInvoices()
    expect(idsOf(open).sort()).toEqual(made.sort())
    const mine = open.find(({ id }) => id === at.invoice)
    expect(mine).toEqual({
      ...{ id: at.invoice, customerId: at.customer, status: 'open', amountRemaining: 4900 },
      wasAttempted: false,
    })
  })

  it('of one customer are theirs alone, drafts too', async () => {
    const at = await owed()
    const other = await billed(at)
    await openFor(at, other.customer)
    const draft = await draftFor(at, at.customer)
    const of = await at.gateway.invoicesOf(at.customer)
    expect(of === 'gone' ? [] : idsOf(of).sort()).toEqual([at.invoice, draft].sort())
  })
})

describe('Stripe’s events', () => {
  it('are read over several pages, the oldest first, each once', async () => {
    const at = await owed()
    for (let count = 0; count < 60; count++) await openFor(at, at.customer)
    const events = await at.gateway.eventsSince(0, 'all')
    expect(events.length).toBeGreaterThan(200)
    expect(new Set(idsOf(events)).size).toBe(events.length)
    const times = events.map(({ createdAt }) => createdAt)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(events[0]).toMatchObject({ type: 'customer.created', objectId: at.customer })
  })

  it('that reached nobody are those that an endpoint did not take', async () => {
    const at = await owed()
    at.sandbox.webhooks.add({ url: 'http://127.0.0.1:9/away', secret: 'whsec_x' })
    const before = idsOf(await at.gateway.eventsSince(0, 'undelivered'))
    const invoice = await openFor(at, at.customer)
    const events = (await at.gateway.eventsSince(0, 'undelivered')).filter(({ id }) => !before.includes(id))
    expect(events.map(({ type, objectId }) => `${type} ${objectId}`)).toContain(
      `invoice.finalized ${invoice}`,
    )
    expect(await at.gateway.eventsSince(Date.now() + 60_000, 'undelivered')).toEqual([])
  })
})
