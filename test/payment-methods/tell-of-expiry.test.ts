import { expect, it } from 'vitest'
import type { CardFacts } from '../../src/payment-methods/payment-method.ts'
import { tellOfExpiry } from '../../src/payment-methods/tell-of-expiry.ts'
import { day, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

// Sixteen days before the end of its month.
const expiring = someFacts({ expiry: { month: 11, year: 2026 } })

atDesk('Of a card that expires soon', (fresh) => {
  const opened = async (...cards: CardFacts[]): Promise<Desk> =>
    (await fresh()).withCards(...(cards.length > 0 ? cards : [expiring]))

  async function told({ store }: Desk): Promise<string[]> {
    const mails = await store.outbox.newest(50)
    return mails
      .flatMap(({ message, memberId }) =>
        message.kind === 'card expires' ? [`${memberId}: ${message.card.last4} in ${message.days}`] : [],
      )
      .sort()
  }

  async function look(desk: Desk): Promise<unknown[]> {
    const errors: unknown[] = []
    await tellOfExpiry(desk, (error) => errors.push(error))
    return errors
  }

  function atStripe(desk: Desk, methods: readonly CardFacts[]): void {
    const customer = desk.gateway.customers.get('cus_atelier')
    if (customer) desk.gateway.customers.set('cus_atelier', { ...customer, methods })
  }

  it('each member who manages billing is told once at thirty days, and once at seven', async () => {
    const desk = await opened()
    await look(desk)
    await look(desk)
    expect(await told(desk)).toEqual(['alice: 4242 in 30', 'bob: 4242 in 30'])
    desk.clock.pass(10 * day)
    await look(desk)
    await look(desk)
    expect(await told(desk)).toEqual([
      'alice: 4242 in 30',
      'alice: 4242 in 7',
      'bob: 4242 in 30',
      'bob: 4242 in 7',
    ])
  })

  it('the seven days alone are told where it is first seen five days before', async () => {
    const desk = await opened()
    desk.clock.pass(11 * day)
    await look(desk)
    expect(await told(desk)).toEqual(['alice: 4242 in 7', 'bob: 4242 in 7'])
  })

  it('nobody is told when Stripe knows a new date by now, and our copy has it afterwards', async () => {
    const desk = await opened()
    atStripe(desk, [{ ...expiring, expiry: { month: 11, year: 2030 } }])
    await look(desk)
    expect(await told(desk)).toEqual([])
    expect((await desk.wallet()).methods[0]?.expiry?.year).toBe(2030)
  })

  it('nobody is told when it is gone by now', async () => {
    const desk = await opened(someFacts(), expiring)
    desk.gateway.letGo(expiring.id)
    await look(desk)
    expect(await told(desk)).toEqual([])
  })

  it('nobody is told before Stripe answers, and everybody afterwards', async () => {
    const desk = await opened()
    desk.gateway.willFail('wallet', 'request lost')
    expect(await look(desk)).toHaveLength(1)
    expect(await told(desk)).toEqual([])
    expect(await look(desk)).toEqual([])
    expect(await told(desk)).toHaveLength(2)
  })

  it('Stripe is asked once, and of other wallets not at all', async () => {
    const desk = await opened(someFacts({ expiry: { month: 2, year: 2027 } }))
    await look(desk)
    expect(desk.gateway.calls).toEqual([])
    const other = await opened()
    await look(other)
    await look(other)
    expect(other.gateway.calls).toEqual(['wallet cus_atelier'])
  })

  it('nobody is told while it is being removed', async () => {
    const desk = await opened(someFacts(), expiring)
    await desk.store.wallets.markLeaving('atelier', expiring.id, desk.clock.now())
    await look(desk)
    expect(await told(desk)).toEqual([])
    expect(desk.gateway.calls).toEqual([])
  })
})
