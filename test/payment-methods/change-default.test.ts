import { expect, it } from 'vitest'
import { changeDefault } from '../../src/payment-methods/change-default.ts'
import { mendOneChange } from '../../src/payment-methods/mend.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { asAlice, asBob, asCharlie, atelier, minute, noon, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const [first, second, third] = [someFacts(), someFacts(), someFacts()]
const withDefault = (id: string) => {
  const wallet = [first, second, third].map((card) => (card.id === id ? `[${id}]` : card.id)).sort()
  return { ours: wallet, stripes: wallet }
}

atDesk('A new default', (fresh) => {
  const opened = async (): Promise<Desk> => (await fresh()).withCards(first, second, third)
  const choose = (desk: Desk, id: string, actor = asAlice) => changeDefault(desk, actor, id)

  it('is the default at Stripe and here', async () => {
    const desk = await opened()
    const { method, result } = { method: undefined, ...(await choose(desk, second.id)) }
    expect([result, method?.id]).toEqual(['changed', second.id])
    expect(await desk.bothWallets()).toEqual(withDefault(second.id))
    expect(desk.gateway.calls).toEqual([`setDefault ${second.id}`])
    expect((await desk.wallet()).awaitedDefaultId).toBeNull()
  })

  it('that is the default already is not sent again', async () => {
    const desk = await opened()
    expect((await choose(desk, first.id)).result).toBe('already')
    expect(desk.gateway.calls).toEqual([])
  })

  it('chosen twice at once is one call to Stripe', async () => {
    const desk = await opened()
    const results = await Promise.all([choose(desk, second.id), choose(desk, second.id, asBob)])
    expect(results.map(({ result }) => result).sort()).toEqual(['already', 'changed'])
    expect(desk.gateway.calls).toEqual([`setDefault ${second.id}`])
  })

  it('and another one chosen at once take turns', async () => {
    const desk = await opened()
    const results = await Promise.all([choose(desk, second.id), choose(desk, third.id, asBob)])
    expect(results.map(({ result }) => result)).toEqual(['changed', 'changed'])
    const { ours, stripes } = await desk.bothWallets()
    expect(ours).toEqual(stripes)
  })

  it('is nothing that Charlie can choose for Alice, nor she for him', async () => {
    const desk = await opened()
    expect(await choose(desk, second.id, asCharlie)).toEqual({ result: 'missing' })
    expect(await choose(desk, 'pm_unknown')).toEqual({ result: 'missing' })
    expect(desk.gateway.calls).toEqual([])
    expect(await desk.bothWallets()).toEqual(withDefault(first.id))
  })

  it('is not a card that is leaving', async () => {
    const desk = await opened()
    await desk.store.wallets.markLeaving('atelier', second.id, noon)
    expect((await choose(desk, second.id)).result).toBe('gone')
    expect(desk.gateway.calls).toEqual([])
  })

  it('is not a card that Stripe has no more, and then the wallet shows it', async () => {
    const desk = await opened()
    desk.gateway.letGo(second.id)
    expect((await choose(desk, second.id)).result).toBe('gone')
    const { ours, stripes } = await desk.bothWallets()
    expect(ours).toEqual(stripes)
    expect((await desk.wallet()).methods).toHaveLength(2)
  })

  it.each(['request lost', 'answer lost', 'failed'] as const)(
    'is awaited after a %s, and then found out',
    async (fault) => {
      const desk = await opened()
      desk.gateway.willFail('setDefault', fault)
      expect((await choose(desk, second.id)).result).toBe('unanswered')
      expect((await desk.wallet()).awaitedDefaultId).toBe(second.id)
      expect(await mendOneChange(desk)).toBe(false)
      desk.clock.pass(minute)
      expect(await mendOneChange(desk)).toBe(true)
      expect(await desk.bothWallets()).toEqual(withDefault(fault === 'answer lost' ? second.id : first.id))
      expect((await desk.wallet()).awaitedDefaultId).toBeNull()
      expect(await mendOneChange(desk)).toBe(false)
    },
  )

  it.each(['request lost', 'answer lost', 'failed'] as const)(
    'may be chosen again after a %s',
    async (fault) => {
      const desk = await opened()
      desk.gateway.willFail('setDefault', fault)
      await choose(desk, second.id)
      expect((await choose(desk, second.id)).result).toBe('changed')
      expect(await desk.bothWallets()).toEqual(withDefault(second.id))
    },
  )

  it('stays awaited for as long as Stripe does not answer', async () => {
    const desk = await opened()
    desk.gateway.willFail('setDefault', 'answer lost')
    await choose(desk, second.id)
    desk.gateway.willFail('wallet', 'request lost')
    desk.clock.pass(minute)
    await mendOneChange(desk)
    expect((await desk.wallet()).awaitedDefaultId).toBe(second.id)
    desk.clock.pass(minute)
    await mendOneChange(desk)
    expect(await desk.bothWallets()).toEqual(withDefault(second.id))
  })

  it('gives way to what was chosen at Stripe while it was being answered', async () => {
    const desk = await opened()
    desk.gateway.meanwhile('setDefault', () => {
      desk.gateway.choose('cus_atelier', third.id)
      return refreshWallet(desk, atelier)
    })
    await choose(desk, second.id)
    expect(await desk.bothWallets()).toEqual(withDefault(third.id))
  })

  it('that goes while it is being answered leaves the wallet with a default', async () => {
    const desk = await opened()
    desk.gateway.meanwhile('setDefault', () => {
      desk.gateway.letGo(second.id)
      return refreshWallet(desk, atelier)
    })
    await choose(desk, second.id)
    const { ours, stripes } = await desk.bothWallets()
    expect(ours).toEqual(stripes)
    expect(ours).toContain(`[${first.id}]`)
  })

  it('waits half a minute for another change to be answered, and no longer', async () => {
    const desk = await opened()
    const stuck = {
      companyId: 'atelier',
      memberId: null,
      address: null,
      kind: 'removal',
      paymentMethodId: third.id,
    } as const
    await desk.store.changes.begin(stuck, 99, noon)
    expect((await choose(desk, second.id)).result).toBe('unanswered')
    expect(desk.clock.now() - noon).toBe(30_000)
    expect(desk.gateway.calls).toEqual([])
  })
})
