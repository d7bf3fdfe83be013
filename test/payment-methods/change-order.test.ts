import { expect, it } from 'vitest'
import { changeOrder } from '../../src/payment-methods/change-order.ts'
import { asAlice, asBob, asCharlie, idsOf, noon, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const [theDefault, first, second, third] = [someFacts(), someFacts(), someFacts(), someFacts()]

atDesk('A backup', (fresh) => {
  const opened = async (): Promise<Desk> => (await fresh()).withCards(theDefault, first, second, third)
  const order = async (desk: Desk) => idsOf((await desk.wallet()).methods)

  it('moves to another place, without a word to Stripe', async () => {
    const desk = await opened()
    expect(await changeOrder(desk, asAlice, third.id, 'up')).toMatchObject({ result: 'moved', place: 2 })
    expect(await order(desk)).toEqual(idsOf([theDefault, first, third, second]))
    expect(desk.gateway.calls).toEqual([])
  })

  it.each([
    ['the first', first.id, 'up'],
    ['the last', third.id, 'down'],
    ['the default', theDefault.id, 'down'],
  ] as const)('stays where it is as %s', async (_which, id, direction) => {
    const desk = await opened()
    expect(await changeOrder(desk, asAlice, id, direction)).toMatchObject({
      result: 'stayed',
      method: { id },
    })
    expect(await order(desk)).toEqual(idsOf([theDefault, first, second, third]))
  })

  it("of Alice's is nothing that Charlie can move", async () => {
    const desk = await opened()
    expect(await changeOrder(desk, asCharlie, third.id, 'up')).toEqual({ result: 'missing' })
    expect(await changeOrder(desk, asAlice, 'pm_unknown', 'up')).toEqual({ result: 'missing' })
  })

  it('moved by two people at once moves twice', async () => {
    const desk = await opened()
    await Promise.all([asAlice, asBob].map((actor) => changeOrder(desk, actor, third.id, 'up')))
    expect(await order(desk)).toEqual(idsOf([theDefault, third, first, second]))
  })

  it('moves past one that is leaving', async () => {
    const desk = await opened()
    await desk.store.wallets.markLeaving('atelier', second.id, noon)
    expect(await changeOrder(desk, asAlice, third.id, 'up')).toMatchObject({ result: 'moved', place: 1 })
    expect(await order(desk)).toEqual(idsOf([theDefault, third, second, first]))
  })
})
