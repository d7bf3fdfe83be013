import { expect, it } from 'vitest'
import {
  readUnknownSubscriptions,
  refreshSubscriptions,
} from '../../src/payment-methods/refresh-subscriptions.ts'
import { GatewayUnavailable } from '../../src/ports/payment-gateway.ts'
import { aSubscription, atelier, idsOf, minute } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

const studio = aSubscription({ id: 'sub_studio' })
const archive = aSubscription({ id: 'sub_archive', name: 'Archive' })

atDesk('Our copy of the subscriptions', (fresh) => {
  it('is made for companies that were Stripe’s customers before, once', async () => {
    const desk = await fresh()
    desk.gateway.subscriptionsOf.set('cus_atelier', [studio])
    await readUnknownSubscriptions(desk)
    expect(await desk.store.subscriptions.of('atelier')).toEqual([studio])
    desk.gateway.calls.length = 0
    await readUnknownSubscriptions(desk)
    expect(desk.gateway.calls).toEqual([])
  })

  it('is empty where the customer is gone, and of a company without one nothing is asked', async () => {
    const desk = await fresh()
    desk.gateway.subscriptionsOf.set('cus_atelier', [studio])
    await refreshSubscriptions(desk, atelier)
    desk.gateway.customers.delete('cus_atelier')
    await refreshSubscriptions(desk, atelier)
    expect(await desk.store.subscriptions.of('atelier')).toEqual([])
    desk.gateway.calls.length = 0
    await refreshSubscriptions(desk, { ...atelier, stripeCustomerId: null })
    expect(desk.gateway.calls).toEqual([])
  })

  it('stays as it is while Stripe does not answer', async () => {
    const desk = await fresh()
    desk.gateway.subscriptionsOf.set('cus_atelier', [studio])
    await refreshSubscriptions(desk, atelier)
    desk.gateway.willFail('subscriptions', 'request lost')
    await expect(refreshSubscriptions(desk, atelier)).rejects.toThrow(GatewayUnavailable)
    expect(await desk.store.subscriptions.of('atelier')).toEqual([studio])
  })

  it('is read again where a later reading came first', async () => {
    const desk = await fresh()
    desk.gateway.subscriptionsOf.set('cus_atelier', [studio])
    desk.gateway.meanwhile('subscriptions', async () => {
      desk.clock.pass(minute)
      desk.gateway.subscriptionsOf.set('cus_atelier', [studio, archive])
      await refreshSubscriptions(desk, atelier)
    })
    await refreshSubscriptions(desk, atelier)
    expect(idsOf(await desk.store.subscriptions.of('atelier'))).toEqual(['sub_archive', 'sub_studio'])
    expect(desk.gateway.calls).toEqual(Array(3).fill('subscriptions cus_atelier'))
  })
})
