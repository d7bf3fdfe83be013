import { expect, it } from 'vitest'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { eraseCompany, eraseOneCompany } from '../../src/privacy/erase-company.ts'
import { asAlice, atelier, minute, someFacts } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

const [first, second, third] = ['pm_a', 'pm_b', 'pm_c'].map((id) => someFacts({ id })) as [
  ReturnType<typeof someFacts>,
  ReturnType<typeof someFacts>,
  ReturnType<typeof someFacts>,
]

atDesk('A company is erased', (fresh) => {
  const cards = async () => (await fresh()).withCards(first, second)

  it('once Stripe has let go of every card, the default first, and its customer stays', async () => {
    const desk = await cards()
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
    expect(desk.gateway.calls.filter((call) => call.startsWith('detach'))).toEqual([
      'detach pm_a',
      'detach pm_b',
    ])
    expect(desk.gateway.customers.get('cus_atelier')?.methods).toEqual([])
    expect(await desk.wallet()).toMatchObject({ methods: [] })
    expect(desk.gateway.calls.some((call) => call.startsWith('setDefault'))).toBe(false)
  })

  it('and a card that was being added meanwhile goes too', async () => {
    const desk = await cards()
    desk.gateway.meanwhile('detach', () => desk.gateway.attach('cus_atelier', third))
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
    expect(desk.gateway.customers.get('cus_atelier')?.methods).toEqual([])
  })

  it('whatever is read of its wallet meanwhile makes none of its cards the default again', async () => {
    const desk = await cards()
    desk.gateway.meanwhile('detach', () => refreshWallet(desk, atelier))
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
    expect(desk.gateway.calls.some((call) => call.startsWith('setDefault'))).toBe(false)
  })

  it.each([
    ['request lost', 'wallet'],
    ['request lost', 'detach'],
    ['answer lost', 'detach'],
    ['failed', 'detach'],
  ] as const)('by us in the end, where Stripe’s answer is %s at %s', async (fault, call) => {
    const desk = await cards()
    desk.gateway.willFail(call, fault)
    expect(await eraseCompany(desk, asAlice)).toBe('unanswered')
    expect(await desk.store.privacy.isErasing('atelier')).toBe(true)
    expect(await eraseOneCompany(desk)).toBe(false)
    desk.clock.pass(minute)
    expect(await eraseOneCompany(desk)).toBe(true)
    expect(await eraseOneCompany(desk)).toBe(false)
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
    expect(desk.gateway.customers.get('cus_atelier')?.methods).toEqual([])
    expect(await desk.store.members.actor('alice', null)).toBeNull()
  })

  it('by its owner who presses again at once', async () => {
    const desk = await cards()
    desk.gateway.willFail('detach', 'failed')
    expect(await eraseCompany(desk, asAlice)).toBe('unanswered')
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
  })

  it('once, however many press', async () => {
    const desk = await cards()
    const answers = await Promise.all([1, 2, 3].map(() => eraseCompany(desk, asAlice)))
    expect(answers).toEqual(['erased', 'erased', 'erased'])
    const log = await desk.store.activity.list('atelier', 10)
    expect(log.filter(({ action, result }) => action === 'company erased' && result === 'done')).toHaveLength(
      1,
    )
  })

  it('where its customer is gone from Stripe, or never was there', async () => {
    const desk = await cards()
    desk.gateway.customers.delete('cus_atelier')
    expect(await eraseCompany(desk, asAlice)).toBe('erased')
  })

  it('not while Stripe keeps a card whatever it is asked: then that is heard of, and tried again', async () => {
    const desk = await cards()
    for (let time = 0; time < 10; time++)
      desk.gateway.meanwhile('detach', () => desk.gateway.attach('cus_atelier', third))
    await expect(eraseCompany(desk, asAlice)).rejects.toThrow('Stripe still has cards')
    expect(await desk.store.privacy.isErasing('atelier')).toBe(true)
    expect((await desk.store.members.actor('alice', null))?.company.isErasing).toBe(true)
  })
})
