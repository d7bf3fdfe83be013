import { expect, it } from 'vitest'
import { changeDefault } from '../../src/payment-methods/change-default.ts'
import { changeOrder } from '../../src/payment-methods/change-order.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { GatewayUnavailable } from '../../src/ports/payment-gateway.ts'
import { asAlice, atelier, idsOf, noon, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const [first, second, third] = [someFacts(), someFacts(), someFacts()]

atDesk('A refreshed wallet', (fresh) => {
  const opened = async (): Promise<Desk> => (await fresh()).withCards(first, second, third)
  const expectBoth = async (desk: Desk, ...ids: string[]) =>
    expect(await desk.bothWallets()).toEqual({ ours: [...ids].sort(), stripes: [...ids].sort() })

  it('takes over what Stripe says', async () => {
    const desk = await opened()
    desk.gateway.letGo(second.id)
    desk.gateway.choose('cus_atelier', third.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, first.id, `[${third.id}]`)
  })

  it('gives the first card that it ever has to Stripe as the default', async () => {
    const desk = await fresh()
    desk.gateway.attach('cus_atelier', third)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, `[${third.id}]`)
  })

  it('makes the first in the people’s order the default where Stripe has none', async () => {
    const desk = await opened()
    await changeOrder(desk, asAlice, third.id, 'up')
    desk.gateway.letGo(first.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, second.id, `[${third.id}]`)
  })

  it('makes a card that is leaving the default only where there is no other', async () => {
    const desk = await opened()
    await desk.store.wallets.markLeaving('atelier', second.id, noon)
    desk.gateway.letGo(first.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, second.id, `[${third.id}]`)
    desk.gateway.letGo(third.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, `[${second.id}]`)
  })

  it('is empty, and without a customer, once that was deleted', async () => {
    const desk = await opened()
    desk.gateway.customers.delete('cus_atelier')
    await refreshWallet(desk, atelier)
    expect((await desk.wallet()).methods).toEqual([])
    expect((await desk.store.companies.byId('atelier'))?.stripeCustomerId).toBeNull()
  })

  it('of a company without a customer asks nothing of Stripe', async () => {
    const desk = await fresh()
    await refreshWallet(desk, { ...atelier, stripeCustomerId: null })
    expect(desk.gateway.calls).toEqual([])
  })

  it('does not undo a default that was chosen while Stripe was asked', async () => {
    const desk = await opened()
    desk.gateway.meanwhile('wallet', () => changeDefault(desk, asAlice, second.id))
    await refreshWallet(desk, atelier)
    await expectBoth(desk, first.id, `[${second.id}]`, third.id)
  })

  it('does not undo an order that was made while Stripe was asked', async () => {
    const desk = await opened()
    desk.gateway.meanwhile('wallet', () => changeOrder(desk, asAlice, third.id, 'up'))
    await refreshWallet(desk, atelier)
    expect(idsOf((await desk.wallet()).methods)).toEqual([first.id, third.id, second.id])
  })

  it('looks again where the card that it chose went away meanwhile', async () => {
    const desk = await opened()
    desk.gateway.letGo(first.id)
    desk.gateway.meanwhile('wallet', () => desk.gateway.letGo(second.id))
    await refreshWallet(desk, atelier)
    await expectBoth(desk, `[${third.id}]`)
  })

  it('chooses another where Stripe will not have the first as the default', async () => {
    const desk = await opened()
    desk.gateway.unfit.add(second.id)
    desk.gateway.letGo(first.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, second.id, `[${third.id}]`)
  })

  it('shows the cards though none of them can be the default', async () => {
    const desk = await opened()
    for (const { id } of [second, third]) desk.gateway.unfit.add(id)
    desk.gateway.letGo(first.id)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, second.id, third.id)
  })

  it.each(['request lost', 'answer lost', 'failed'] as const)(
    'chooses a default again after a %s',
    async (fault) => {
      const desk = await opened()
      desk.gateway.letGo(first.id)
      desk.gateway.willFail('setDefault', fault)
      await expect(refreshWallet(desk, atelier)).rejects.toBeInstanceOf(GatewayUnavailable)
      desk.clock.pass(1)
      await refreshWallet(desk, atelier)
      await expectBoth(desk, `[${second.id}]`, third.id)
    },
  )

  it('chooses a default again though the last choice was undone before we could note it', async () => {
    const desk = await opened()
    desk.gateway.letGo(first.id)
    desk.gateway.willFail('setDefault', 'answer lost')
    await expect(refreshWallet(desk, atelier)).rejects.toBeInstanceOf(GatewayUnavailable)
    desk.gateway.choose('cus_atelier', null)
    desk.clock.pass(1)
    await refreshWallet(desk, atelier)
    await expectBoth(desk, `[${second.id}]`, third.id)
  })
})
