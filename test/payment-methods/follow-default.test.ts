import { describe, expect, it } from 'vitest'
import { changeDefaultWith, followOneMore } from '../../src/payment-methods/follow-default.ts'
import { mendOneChange } from '../../src/payment-methods/mend.ts'
import { refreshSubscriptions } from '../../src/payment-methods/refresh-subscriptions.ts'
import { removePaymentMethod } from '../../src/payment-methods/remove-payment-method.ts'
import { aSubscription, asAlice, atelier, idsOf, minute, second, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'
import type { Fault } from '../support/stripe-fake.ts'

const [one, two, three] = [someFacts(), someFacts(), someFacts()]
const studio = aSubscription({ id: 'sub_studio', name: 'Studio', paymentMethodId: one.id })
const archive = aSubscription({ id: 'sub_archive', name: 'Archive', paymentMethodId: three.id })
const both = idsOf([archive, studio])
const none = { done: 0, waiting: 0, refused: 0 }
const ends: readonly Fault[] = ['request lost', 'answer lost', 'failed']

atDesk('Subscriptions with a card of their own', (fresh) => {
  const opened = async (): Promise<Desk> => {
    const desk = await (await fresh()).withCards(one, two, three)
    desk.gateway.subscriptionsOf.set('cus_atelier', [studio, archive])
    await refreshSubscriptions(desk, atelier)
    desk.gateway.calls.length = 0
    return desk
  }
  const cards = async ({ store, gateway }: Desk) => ({
    ours: (await store.subscriptions.of('atelier')).map(({ paymentMethodId }) => paymentMethodId),
    stripes: gateway.subscriptionsOf
      .get('cus_atelier')
      ?.map(({ paymentMethodId }) => paymentMethodId)
      .reverse(),
  })
  const inTheBackground = async (desk: Desk) => {
    for (let round = 0; round < 4; round++) {
      while (await mendOneChange(desk));
      while (await followOneMore(desk));
      desk.clock.pass(minute)
    }
  }

  it('follow a new default that they were asked to follow, and no others do', async () => {
    const desk = await opened()
    const { changed, following } = await changeDefaultWith(desk, asAlice, two.id, ['sub_studio'])
    expect([changed.result, following]).toEqual(['changed', { ...none, done: 1 }])
    expect(await cards(desk)).toEqual({ ours: [three.id, null], stripes: [three.id, null] })
    expect(desk.gateway.calls).toEqual([`setDefault ${two.id}`, 'followDefault sub_studio'])
  })

  it('that another company asks for are not touched', async () => {
    const desk = await opened()
    await desk.store.subscriptions.want('brasserie', both, null, desk.clock.now())
    await inTheBackground(desk)
    expect(desk.gateway.calls).toEqual([])
  })

  it.each(ends)('follow later when Stripe did not say so at once: %s', async (fault) => {
    const desk = await opened()
    desk.gateway.willFail('followDefault', fault)
    const { following } = await changeDefaultWith(desk, asAlice, two.id, both)
    expect(following).toEqual({ ...none, waiting: 2 })
    expect((await desk.store.subscriptions.of('atelier')).every((each) => each.isToFollow)).toBe(true)
    desk.clock.pass(2 * second)
    await inTheBackground(desk)
    expect(await cards(desk)).toEqual({ ours: [null, null], stripes: [null, null] })
  })

  it.each(ends)('wait for a default that is not confirmed, and follow it or stay: %s', async (fault) => {
    const desk = await opened()
    desk.gateway.willFail('setDefault', fault)
    const { changed, following } = await changeDefaultWith(desk, asAlice, two.id, both)
    expect([changed.result, following]).toEqual(['unanswered', none])
    await inTheBackground(desk)
    const isDefault = desk.gateway.customers.get('cus_atelier')?.defaultId === two.id
    const now = isDefault ? [null, null] : [three.id, one.id]
    expect(await cards(desk)).toEqual({ ours: now, stripes: now })
    expect((await desk.store.subscriptions.of('atelier')).some((each) => each.isToFollow)).toBe(false)
  })

  it('stay where they are when the card cannot become the default', async () => {
    const desk = await opened()
    desk.gateway.unfit.add(two.id)
    const { changed } = await changeDefaultWith(desk, asAlice, two.id, both)
    expect(changed.result).toBe('gone')
    await inTheBackground(desk)
    expect((await cards(desk)).stripes).toEqual([three.id, one.id])
  })

  it('that Stripe does not let be changed are said to be so, and asked no more', async () => {
    const desk = await opened()
    desk.gateway.fixed.add('sub_studio')
    const { following } = await changeDefaultWith(desk, asAlice, two.id, both)
    expect(following).toEqual({ done: 1, waiting: 0, refused: 1 })
    desk.gateway.calls.length = 0
    await inTheBackground(desk)
    expect(desk.gateway.calls).toEqual([])
  })

  it('are taken up by somebody else when whoever asked for them died', async () => {
    const desk = await opened()
    await desk.store.subscriptions.want('atelier', both, null, desk.clock.now())
    expect(await followOneMore(desk)).toBe(false)
    desk.clock.pass(minute)
    await inTheBackground(desk)
    expect((await cards(desk)).stripes).toEqual([null, null])
  })

  describe('when a card is removed', () => {
    it('follow the default before it goes', async () => {
      const desk = await opened()
      const removed = await removePaymentMethod(desk, asAlice, one.id)
      expect(removed).toMatchObject({ result: 'removed', following: { ...none, done: 1 } })
      expect(desk.gateway.calls).toEqual([
        `setDefault ${two.id}`,
        'followDefault sub_studio',
        `detach ${one.id}`,
      ])
      expect((await cards(desk)).stripes).toEqual([three.id, null])
    })

    it('follow with it, where they name another card and were asked for', async () => {
      const desk = await opened()
      const removed = await removePaymentMethod(desk, asAlice, one.id, ['sub_archive'])
      expect(removed).toMatchObject({ following: { ...none, done: 2 } })
      expect(await cards(desk)).toEqual({ ours: [null, null], stripes: [null, null] })
    })

    it.each(['setDefault', 'followDefault', 'detach'] as const)(
      'follow in the end, though Stripe was away at %s',
      async (call) => {
        for (const fault of ends) {
          const desk = await opened()
          desk.gateway.willFail(call, fault)
          await removePaymentMethod(desk, asAlice, one.id, ['sub_archive'])
          await inTheBackground(desk)
          expect(await cards(desk)).toEqual({ ours: [null, null], stripes: [null, null] })
          expect((await desk.bothWallets()).stripes).not.toContain(one.id)
        }
      },
    )
  })
})
