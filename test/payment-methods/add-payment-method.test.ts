import { expect, it } from 'vitest'
import { beginAdding, beginOnHostedPage } from '../../src/payment-methods/add-payment-method.ts'
import { consentIn } from '../../src/payment-methods/consent.ts'
import { asAlice, asCharlie, atelier, noon } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

const pressed = { attempt: 'a1', language: 'fr' } as const
const addresses = { returnUrl: 'https://guichet.example/return', cancelUrl: 'https://guichet.example/new' }
const newcomer = { ...asAlice, company: { ...atelier, stripeCustomerId: null } }

atDesk('A card', (fresh) => {
  it('is begun in Stripe’s field, its consent noted first', async () => {
    const desk = await fresh()
    const begun = await beginAdding(desk, asAlice, pressed)
    expect(begun).toEqual({ setupIntentId: 'seti_1', clientSecret: 'seti_1_secret' })
    expect(await desk.store.setups.bySetupIntent('seti_1')).toEqual({
      id: 'atelier/a1',
      companyId: 'atelier',
      address: null,
      memberId: 'alice',
      setupIntentId: 'seti_1',
      sessionId: null,
      status: 'started',
      consent: consentIn('fr'),
      startedAt: noon,
    })
  })

  it('is begun on Stripe’s own page', async () => {
    const desk = await fresh()
    const begun = await beginOnHostedPage(desk, asAlice, pressed, addresses)
    expect(begun).toMatchObject({ sessionId: 'cs_1' })
    expect(await desk.store.setups.bySession('cs_1')).toMatchObject({
      id: 'atelier/a1/hosted',
      setupIntentId: null,
    })
  })

  it('is begun once however often the button is pressed', async () => {
    const desk = await fresh()
    const begun = await Promise.all([1, 2, 3].map(() => beginAdding(desk, asAlice, pressed)))
    expect(new Set(begun.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(desk.gateway.setups.size).toBe(1)
  })

  it('is begun anew from a page kept open after its card was saved', async () => {
    const desk = await fresh()
    await beginAdding(desk, asAlice, pressed)
    await desk.store.setups.settle('atelier/a1', 'saved', 'pm_1', noon)
    expect(await beginAdding(desk, asAlice, pressed)).toMatchObject({ setupIntentId: 'seti_2' })
  })

  it("of Charlie's is no beginning of Alice's, though their pages gave the same attempt", async () => {
    const desk = await fresh()
    await beginAdding(desk, asAlice, pressed)
    expect(await beginAdding(desk, asCharlie, pressed)).toMatchObject({ setupIntentId: 'seti_2' })
    expect(await desk.store.setups.bySetupIntent('seti_2')).toMatchObject({ companyId: 'brasserie' })
  })

  it('may be tried again when Stripe did not answer', async () => {
    const desk = await fresh()
    desk.gateway.willFail('beginSetup', 'answer lost')
    expect(await beginAdding(desk, asAlice, pressed)).toBe('unanswered')
    expect(await beginAdding(desk, asAlice, pressed)).toMatchObject({ setupIntentId: 'seti_1' })
    expect(desk.gateway.setups.size).toBe(1)
  })

  it('makes its company a customer, one, though two begin at once', async () => {
    const desk = await fresh()
    await desk.store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    const before = desk.gateway.customers.size
    await Promise.all(['a1', 'a2'].map((attempt) => beginAdding(desk, newcomer, { ...pressed, attempt })))
    expect(desk.gateway.customers.size).toBe(before + 1)
    const customer = (await desk.store.companies.byId('atelier'))?.stripeCustomerId
    expect([...desk.gateway.setups.values()].map(({ customerId }) => customerId)).toEqual([
      customer,
      customer,
    ])
  })

  it('makes its company a customer again when that one was deleted', async () => {
    const desk = await fresh()
    desk.gateway.customers.delete('cus_atelier')
    expect(await beginAdding(desk, asAlice, pressed)).toMatchObject({ setupIntentId: 'seti_1' })
    const company = await desk.store.companies.byId('atelier')
    expect(company?.stripeCustomerId).not.toBe('cus_atelier')
    expect(desk.gateway.customers.get(company?.stripeCustomerId ?? '')?.details.email).toBe(
      'alice@example.com',
    )
  })

  it.each(['createCustomer', 'beginSetup'] as const)(
    'may be tried again after failures of Stripe’s own at %s',
    async (call) => {
      const desk = await fresh()
      await desk.store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
      for (let failures = 0; failures < 2; failures++) desk.gateway.willFail(call, 'failed')
      expect(await beginAdding(desk, newcomer, pressed)).toBe('unanswered')
      desk.clock.pass(1)
      expect(await beginAdding(desk, newcomer, pressed)).toMatchObject({ setupIntentId: 'seti_1' })
    },
  )

  it('on Stripe’s own page may be tried again after failures of Stripe’s own', async () => {
    const desk = await fresh()
    for (let failures = 0; failures < 2; failures++) desk.gateway.willFail('beginHostedSetup', 'failed')
    expect(await beginOnHostedPage(desk, asAlice, pressed, addresses)).toBe('unanswered')
    desk.clock.pass(1)
    expect(await beginOnHostedPage(desk, asAlice, pressed, addresses)).toMatchObject({ sessionId: 'cs_1' })
  })

  it('does not adopt twice when the answer that made its customer was lost', async () => {
    const desk = await fresh()
    await desk.store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    desk.gateway.willFail('createCustomer', 'answer lost')
    const before = desk.gateway.customers.size
    expect(await beginAdding(desk, newcomer, pressed)).toBe('unanswered')
    expect(await beginAdding(desk, newcomer, pressed)).toMatchObject({ setupIntentId: 'seti_1' })
    expect(desk.gateway.customers.size).toBe(before + 1)
  })
})
