import { expect, it } from 'vitest'
import { changeDefault } from '../../src/payment-methods/change-default.ts'
import { mendOneChange } from '../../src/payment-methods/mend.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { removePaymentMethod } from '../../src/payment-methods/remove-payment-method.ts'
import { backupsOf, defaultOf } from '../../src/payment-methods/wallet.ts'
import type { PaymentGateway } from '../../src/ports/payment-gateway.ts'
import { asAlice, asBob, asCharlie, atelier, idsOf, minute, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'
import type { Fault } from '../support/stripe-fake.ts'

const [first, second, third] = [someFacts(), someFacts(), someFacts()]
const afterFirst = [`[${second.id}]`, third.id].sort()

atDesk('A removal', (fresh) => {
  const opened = async (): Promise<Desk> => (await fresh()).withCards(first, second, third)
  const remove = (desk: Desk, id: string, actor = asAlice) => removePaymentMethod(desk, actor, id)

  it('of the default makes the first backup the default before it goes', async () => {
    const desk = await opened()
    const removed = { newDefault: undefined, ...(await remove(desk, first.id)) }
    expect([removed.result, removed.newDefault?.id]).toEqual(['removed', second.id])
    expect(desk.gateway.calls).toEqual([`setDefault ${second.id}`, `detach ${first.id}`])
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
  })

  it('of a backup leaves the default as it is', async () => {
    const desk = await opened()
    const removed = { newDefault: undefined, ...(await remove(desk, second.id)) }
    expect([removed.result, removed.newDefault]).toEqual(['removed', undefined])
    expect(desk.gateway.calls).toEqual([`detach ${second.id}`])
    const { ours, stripes } = await desk.bothWallets()
    expect(ours).toEqual(stripes)
  })

  it('of the only card leaves none', async () => {
    const desk = await (await fresh()).withCards(first)
    await remove(desk, first.id)
    expect(await desk.bothWallets()).toEqual({ ours: [], stripes: [] })
  })

  it('asked for a second time is done already', async () => {
    const desk = await opened()
    await remove(desk, first.id)
    const before = desk.gateway.calls.length
    expect(await remove(desk, first.id)).toEqual({ result: 'already' })
    expect(desk.gateway.calls).toHaveLength(before)
  })

  it('asked for twice at once is one', async () => {
    const desk = await opened()
    const results = await Promise.all([remove(desk, first.id), remove(desk, first.id, asBob)])
    expect(results.map(({ result }) => result)).toEqual(['removed', 'removed'])
    expect(desk.gateway.calls).toEqual([`setDefault ${second.id}`, `detach ${first.id}`])
  })

  it('of two cards at once leaves the third one as the default', async () => {
    const desk = await opened()
    await Promise.all([remove(desk, first.id), remove(desk, second.id, asBob)])
    const left = [`[${third.id}]`]
    expect(await desk.bothWallets()).toEqual({ ours: left, stripes: left })
  })

  it('and a new default chosen at once end with one default', async () => {
    for (const chosen of [first, second]) {
      const desk = await opened()
      await Promise.all([changeDefault(desk, asBob, chosen.id), remove(desk, second.id)])
      const { ours, stripes } = await desk.bothWallets()
      expect(ours).toEqual(stripes)
      expect(defaultOf(await desk.wallet())).toBeDefined()
    }
  })

  it("of Alice's card is nothing that Charlie can do", async () => {
    const desk = await opened()
    expect(await remove(desk, first.id, asCharlie)).toEqual({ result: 'missing' })
    await remove(desk, first.id)
    expect(await remove(desk, first.id, asCharlie)).toEqual({ result: 'missing' })
  })

  it('of the default passes over a successor that Stripe has no more', async () => {
    const desk = await opened()
    desk.gateway.letGo(second.id)
    await remove(desk, first.id)
    const left = [`[${third.id}]`]
    expect(await desk.bothWallets()).toEqual({ ours: left, stripes: left })
  })

  it('of the default passes over a successor that Stripe will not have as the default', async () => {
    const desk = await opened()
    desk.gateway.unfit.add(second.id)
    await remove(desk, first.id)
    const left = [second.id, `[${third.id}]`].sort()
    expect(await desk.bothWallets()).toEqual({ ours: left, stripes: left })
  })

  it('keeps what was chosen at Stripe while it was being answered', async () => {
    const desk = await opened()
    desk.gateway.meanwhile('setDefault', () => {
      desk.gateway.choose('cus_atelier', third.id)
      return refreshWallet(desk, atelier)
    })
    await remove(desk, first.id)
    const left = [second.id, `[${third.id}]`].sort()
    expect(await desk.bothWallets()).toEqual({ ours: left, stripes: left })
  })

  const interruptions: readonly [keyof PaymentGateway, Fault][] = [
    ['setDefault', 'request lost'],
    ['setDefault', 'answer lost'],
    ['setDefault', 'failed'],
    ['detach', 'request lost'],
    ['detach', 'answer lost'],
    ['detach', 'failed'],
  ]

  it.each(interruptions)('interrupted at %s, %s, is carried through later', async (call, fault) => {
    const desk = await opened()
    desk.gateway.willFail(call, fault)
    expect((await remove(desk, first.id)).result).toBe('unanswered')
    expect(idsOf(backupsOf(await desk.wallet()))).not.toContain(first.id)
    desk.clock.pass(minute)
    expect(await mendOneChange(desk)).toBe(true)
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
    expect(await mendOneChange(desk)).toBe(false)
  })

  it.each(interruptions)('interrupted at %s, %s, ends well beside the events of it', async (call, fault) => {
    const desk = await opened()
    desk.gateway.willFail(call, fault)
    await remove(desk, first.id)
    await refreshWallet(desk, atelier)
    const leaving = (await desk.wallet()).methods.find(({ id }) => id === first.id)
    expect(leaving?.isLeaving ?? true).toBe(true)
    desk.clock.pass(minute)
    await mendOneChange(desk)
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
  })

  it.each(interruptions)('interrupted at %s, %s, may be asked for again', async (call, fault) => {
    const desk = await opened()
    desk.gateway.willFail(call, fault)
    await remove(desk, first.id)
    expect((await remove(desk, first.id)).result).toBe('removed')
    desk.clock.pass(minute)
    await mendOneChange(desk)
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
  })

  it('whose process died at Stripe is carried through by another', async () => {
    const desk = await opened()
    const dying = new Promise<never>(() => {})
    desk.gateway.meanwhile('setDefault', () => dying)
    void remove(desk, first.id)
    while (!desk.gateway.calls.includes(`setDefault ${second.id}`)) await desk.clock.pause(0)
    await desk.clock.pause(minute)
    expect(await mendOneChange(desk)).toBe(true)
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
  })

  it('interrupted again and again is carried through at last', async () => {
    const desk = await opened()
    for (const [call, fault] of interruptions) desk.gateway.willFail(call, fault)
    await remove(desk, first.id)
    for (let times = 0; times < interruptions.length; times++) {
      desk.clock.pass(10 * minute)
      await mendOneChange(desk)
    }
    expect(await desk.bothWallets()).toEqual({ ours: afterFirst, stripes: afterFirst })
  })
})
