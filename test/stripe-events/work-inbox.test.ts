import { expect, it } from 'vitest'
import { beginOnHostedPage } from '../../src/payment-methods/add-payment-method.ts'
import type { InboxEvent } from '../../src/ports/store.ts'
import { reactions } from '../../src/stripe-events/reactions.ts'
import { receiveEvent, type SignedEvent } from '../../src/stripe-events/receive.ts'
import { workInbox } from '../../src/stripe-events/work-inbox.ts'
import {
  anEvent,
  asAlice,
  atelier,
  idsOf,
  minute,
  noon,
  second,
  someDetails,
  someFacts,
} from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const body = Buffer.from('{}')
const card = someFacts()

atDesk('An event that comes in', (fresh) => {
  const receive = ({ store, clock }: Desk, event: SignedEvent | null, livemode = false) =>
    receiveEvent({ store, clock }, () => event, livemode, body, 'signature')
  const signed = { ...anEvent(), livemode: false, account: null }

  it('is kept once', async () => {
    const desk = await fresh()
    expect(await receive(desk, signed)).toBe('kept')
    expect(await receive(desk, signed)).toBe('repeated')
    expect(idsOf(await desk.store.inbox.claim(noon, second, 20))).toEqual([signed.id])
  })

  it('is not kept when nobody signed it, or when it is not ours', async () => {
    const desk = await fresh()
    expect(await receive(desk, null)).toBe('unsigned')
    expect(await receive(desk, signed, true)).toBe('not ours')
    expect(await receive(desk, { ...signed, livemode: true })).toBe('not ours')
    expect(await receive(desk, { ...signed, account: 'acct_other' })).toBe('not ours')
    expect(await desk.store.inbox.claim(noon, second, 20)).toEqual([])
  })
})

atDesk('Kept events', (fresh) => {
  async function waiting(): Promise<Desk> {
    const desk = await fresh()
    for (const id of ['evt_a', 'evt_b']) await desk.store.inbox.keep(anEvent({ id }), noon)
    await desk.store.inbox.keep(anEvent({ id: 'evt_c', customerId: 'cus_brasserie' }), noon)
    return desk
  }

  it('leave nothing to do for now while Stripe is away', async () => {
    const desk = await waiting()
    // Two of the three ask for the same reading, which is taken once.
    for (let times = 0; times < 2; times++) desk.gateway.willFail('wallet', 'request lost')
    expect(await workInbox(desk, () => {})).toBe(0)
    desk.clock.pass(minute)
    expect(await workInbox(desk, () => {})).toBe(3)
  })

  it('that have not begun when the program stops are left to whoever comes later', async () => {
    const desk = await waiting()
    expect(
      await workInbox(
        desk,
        () => {},
        () => true,
      ),
    ).toBe(0)
    desk.clock.pass(minute)
    expect(await workInbox(desk, () => {})).toBe(3)
  })
})

atDesk('A kept event', (fresh) => {
  const reactTo = async (desk: Desk, changes: Partial<InboxEvent>) => {
    await desk.store.inbox.keep(anEvent(changes), desk.clock.now())
    const errors: unknown[] = []
    await workInbox(desk, (_event, error) => errors.push(error))
    return errors
  }

  it.each([
    'payment_method.attached',
    'payment_method.detached',
    'payment_method.updated',
    'payment_method.automatically_updated',
    'customer.updated',
  ])('%s brings the wallet up to date', async (type) => {
    const desk = await fresh()
    desk.gateway.attach('cus_atelier', card)
    expect(await reactTo(desk, { type, objectId: card.id })).toEqual([])
    expect(await desk.bothWallets()).toEqual({ ours: [`[${card.id}]`], stripes: [`[${card.id}]`] })
  })

  it('of a card without its customer is followed to whoever has the card now', async () => {
    const desk = await fresh()
    desk.gateway.attach('cus_atelier', card)
    await reactTo(desk, { type: 'payment_method.updated', objectId: card.id, customerId: null })
    expect((await desk.wallet()).methods).toHaveLength(1)
  })

  it('customer.deleted empties the wallet', async () => {
    const desk = await (await fresh()).withCards(card)
    desk.gateway.customers.delete('cus_atelier')
    await reactTo(desk, { type: 'customer.deleted' })
    expect((await desk.wallet()).methods).toEqual([])
  })

  it.each([
    'customer.updated',
    'customer.tax_id.created',
    'customer.tax_id.updated',
    'customer.tax_id.deleted',
  ])('%s brings the billing details up to date', async (type) => {
    const desk = await fresh()
    const details = someDetails({ city: 'Brest', taxId: 'FR1' })
    await desk.gateway.saveBillingDetails('cus_atelier', details)
    await reactTo(desk, { type })
    expect(await desk.store.companies.billingDetails('atelier')).toEqual(details)
  })

  it('keeps the company’s name where its customer has none', async () => {
    const desk = await fresh()
    await desk.gateway.saveBillingDetails('cus_atelier', { ...someDetails(), name: '' })
    await reactTo(desk, { type: 'customer.updated' })
    expect(await desk.store.companies.byId('atelier')).toEqual(atelier)
  })

  it.each([
    ['setup_intent.succeeded', 'succeeded', 'saved'],
    ['setup_intent.setup_failed', 'open', 'started'],
    ['setup_intent.canceled', 'canceled', 'canceled'],
    ['setup_intent.succeeded', 'processing', 'processing'],
  ] as const)('%s asks what became of the setup: when it is %s, it is %s', async (type, status, ours) => {
    const desk = await fresh()
    const begun = await beginOnHostedPage(
      desk,
      asAlice,
      { attempt: 'a', language: 'fr' },
      { returnUrl: 'r', cancelUrl: 'c' },
    )
    expect(begun).not.toBe('unanswered')
    desk.gateway.attach('cus_atelier', card)
    desk.gateway.sessions.set('cs_1', { customerId: 'cus_atelier', setupIntentId: 'seti_1' })
    desk.gateway.setups.set('seti_1', {
      id: 'seti_1',
      customerId: 'cus_atelier',
      status,
      paymentMethodId: card.id,
      failure: null,
    })
    await reactTo(desk, { type: 'checkout.session.completed', objectId: 'cs_1' })
    await reactTo(desk, { type, objectId: 'seti_1' })
    expect(await desk.store.setups.byId('atelier', 'atelier/a/hosted')).toMatchObject({ status: ours })
  })

  it('of a charge is noted at the card that was charged', async () => {
    const desk = await (await fresh()).withCards(card)
    const charge = { at: noon, amount: 500, currency: 'eur', succeeded: false }
    desk.gateway.charges.set('ch_1', { paymentMethodId: card.id, charge })
    await reactTo(desk, { type: 'charge.failed', objectId: 'ch_1' })
    await reactTo(desk, { type: 'charge.succeeded', objectId: 'ch_unknown' })
    expect((await desk.wallet()).methods[0]?.lastCharge).toEqual(charge)
  })

  it.each([
    ["of another's customer", { customerId: 'cus_unknown' }],
    ['of nobody', { objectId: null, customerId: null }],
    ['of a kind that we do not know', { type: 'payout.paid' }],
  ])('%s is done with nothing asked of Stripe', async (_what, changes) => {
    const desk = await fresh()
    expect(await reactTo(desk, changes)).toEqual([])
    expect(desk.gateway.calls).toEqual([])
    expect(await desk.store.inbox.claim(noon * 2, second, 20)).toEqual([])
  })

  it('is tried again, later each time, for as long as its reaction fails', async () => {
    const desk = await fresh()
    const gaps: number[] = []
    for (let failures = 0; failures < 12; failures++) desk.gateway.willFail('wallet', 'request lost')
    await desk.store.inbox.keep(anEvent(), noon)
    for (let failures = 0; failures < 12; failures++) {
      const since = desk.clock.now()
      let failed = false
      for (;;) {
        await workInbox(desk, () => {
          failed = true
        })
        if (failed) break
        desk.clock.pass(second)
      }
      gaps.push((desk.clock.now() - since) / second)
    }
    expect(gaps).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('that fails is reported, and does not keep the next from its reaction', async () => {
    const desk = await fresh()
    desk.gateway.attach('cus_atelier', card)
    desk.gateway.willFail('wallet', 'request lost')
    await desk.store.inbox.keep(anEvent({ createdAt: noon - 1, objectId: 'pm_other' }), noon)
    expect(await reactTo(desk, { createdAt: noon })).toHaveLength(1)
    expect((await desk.wallet()).methods).toHaveLength(1)
  })

  it('shares one reading with others that ask for the same', async () => {
    const desk = await fresh()
    for (const type of ['invoice.finalized', 'invoice.updated', 'invoice.payment_failed'])
      await desk.store.inbox.keep(anEvent({ type, objectId: 'in_1' }), noon)
    await reactTo(desk, { type: 'invoice.created', objectId: 'in_2' })
    expect(desk.gateway.calls).toEqual(['invoice in_1', 'invoice in_2'])
    expect(await desk.store.inbox.claim(noon * 2, second, 20)).toEqual([])
  })
})

it('Every reaction is to a kind of event that Stripe knows', () => {
  for (const type of Object.keys(reactions)) expect(type).toMatch(/^[a-z_]+(\.[a-z_]+)+$/)
})
