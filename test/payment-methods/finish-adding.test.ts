import { expect, it } from 'vitest'
import { beginAdding, beginOnHostedPage } from '../../src/payment-methods/add-payment-method.ts'
import { finishAdding, finishHosted } from '../../src/payment-methods/finish-adding.ts'
import { lookAfterSetups } from '../../src/payment-methods/mend.ts'
import type { CardFacts } from '../../src/payment-methods/payment-method.ts'
import { backupsOf, defaultOf } from '../../src/payment-methods/wallet.ts'
import type { SetupAtStripe } from '../../src/ports/payment-gateway.ts'
import {
  asAlice,
  asCharlie,
  atelier,
  brasserie,
  day,
  hour,
  idsOf,
  minute,
  second,
  someFacts,
} from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

const card = someFacts()
const wrongPostalCode = { code: 'incorrect_zip', declineCode: null, postalCode: 'M4B 1B3', country: 'CA' }

atDesk('Adding a card', (fresh) => {
  const begun = async (): Promise<Desk> => {
    const desk = await fresh()
    await beginAdding(desk, asAlice, { attempt: 'a1', language: 'fr' })
    return desk
  }
  const becomes = ({ gateway }: Desk, change: Partial<SetupAtStripe>, id = 'seti_1') => {
    const setup = gateway.setups.get(id) ?? {
      id,
      customerId: 'cus_atelier',
      status: 'open',
      paymentMethodId: null,
      failure: null,
    }
    gateway.setups.set(id, { ...setup, ...change })
  }
  const succeeds = (desk: Desk, facts: CardFacts = card) => {
    desk.gateway.attach('cus_atelier', facts)
    becomes(desk, { status: 'succeeded', paymentMethodId: facts.id })
  }
  const statusOf = async ({ store }: Desk) => (await store.setups.byId('atelier', 'atelier/a1'))?.status

  it('ends with the card in the wallet, the first of all as its default', async () => {
    const desk = await begun()
    succeeds(desk)
    expect(await finishAdding(desk, atelier, 'seti_1')).toMatchObject({
      result: 'saved',
      method: { id: card.id },
    })
    expect(await desk.bothWallets()).toEqual({ ours: [`[${card.id}]`], stripes: [`[${card.id}]`] })
    expect(await statusOf(desk)).toBe('saved')
  })

  it('ends with a backup that was agreed to where there is a default', async () => {
    const desk = await (await begun()).withCards(someFacts())
    succeeds(desk)
    await finishAdding(desk, atelier, 'seti_1')
    expect(idsOf(backupsOf(await desk.wallet()))).toEqual([card.id])
  })

  it('is finished the same when the return page is opened twice, beside the event', async () => {
    const desk = await begun()
    succeeds(desk)
    const finished = await Promise.all([1, 2, 3].map(() => finishAdding(desk, atelier, 'seti_1')))
    expect(finished.map(({ result }) => result)).toEqual(['saved', 'saved', 'saved'])
    expect(await finishAdding(desk, atelier, 'seti_1')).toMatchObject({ result: 'saved' })
    expect((await desk.wallet()).methods).toHaveLength(1)
  })

  it('tells of a card that was removed since', async () => {
    const desk = await begun()
    becomes(desk, { status: 'succeeded', paymentMethodId: card.id })
    expect(await finishAdding(desk, atelier, 'seti_1')).toEqual({ result: 'removed' })
  })

  it("shows Charlie nothing of Alice's, and the same as of what never was", async () => {
    const desk = await begun()
    succeeds(desk)
    expect(await finishAdding(desk, brasserie, 'seti_1')).toEqual({ result: 'missing' })
    expect(await finishAdding(desk, brasserie, 'seti_unknown')).toEqual({ result: 'missing' })
    expect(await statusOf(desk)).toBe('started')
  })

  it('finds nothing of a setup without a customer, even for a company without one', async () => {
    const desk = await begun()
    becomes(desk, { customerId: null })
    const nobody = { ...atelier, stripeCustomerId: null }
    expect(await finishAdding(desk, nobody, 'seti_1')).toEqual({ result: 'missing' })
    desk.gateway.sessions.set('cs_1', { customerId: null, setupIntentId: 'seti_1' })
    expect(await finishHosted(desk, nobody, 'cs_1')).toEqual({ result: 'missing' })
  })

  it('takes a setup that was begun elsewhere, but no consent with it', async () => {
    const desk = await fresh()
    succeeds(desk)
    expect(await finishAdding(desk, atelier, 'seti_1')).toMatchObject({
      result: 'saved',
      method: { mayBeBackup: false },
    })
  })

  const others: readonly [string, Partial<SetupAtStripe>, string, string][] = [
    ['is open while no card was given', { status: 'open' }, 'open', 'started'],
    [
      'is open while the bank asks its cardholder',
      { status: 'needs cardholder', failure: wrongPostalCode },
      'open',
      'started',
    ],
    ['is processing while the bank thinks', { status: 'processing' }, 'processing', 'processing'],
    [
      'is canceled when Stripe says so',
      { status: 'canceled', failure: wrongPostalCode },
      'canceled',
      'canceled',
    ],
    [
      'has failed when the card was refused',
      { status: 'open', failure: wrongPostalCode },
      'failed',
      'started',
    ],
  ]
  it.each(others)('%s', async (_case, setup, result, status) => {
    const desk = await begun()
    becomes(desk, setup)
    expect((await finishAdding(desk, atelier, 'seti_1')).result).toBe(result)
    expect(await statusOf(desk)).toBe(status)
    expect((await desk.wallet()).methods).toEqual([])
  })

  it('tells which postal code was refused, and goes on with the next', async () => {
    const desk = await begun()
    becomes(desk, { failure: wrongPostalCode })
    expect(await finishAdding(desk, atelier, 'seti_1')).toEqual({
      result: 'failed',
      failure: wrongPostalCode,
    })
    expect(await beginAdding(desk, asAlice, { attempt: 'a1', language: 'fr' })).toMatchObject({
      setupIntentId: 'seti_1',
    })
    succeeds(desk)
    expect((await finishAdding(desk, atelier, 'seti_1')).result).toBe('saved')
  })

  it('on a hosted page is open until its visitor has finished, and then has its consent', async () => {
    const desk = await (await fresh()).withCards(someFacts())
    await beginOnHostedPage(
      desk,
      asAlice,
      { attempt: 'a1', language: 'en' },
      { returnUrl: 'r', cancelUrl: 'c' },
    )
    expect(await finishHosted(desk, atelier, 'cs_1')).toEqual({ result: 'open' })
    succeeds(desk)
    desk.gateway.sessions.set('cs_1', { customerId: 'cus_atelier', setupIntentId: 'seti_1' })
    expect(await finishHosted(desk, asCharlie.company, 'cs_1')).toEqual({ result: 'missing' })
    expect(await finishHosted(desk, atelier, 'cs_unknown')).toEqual({ result: 'missing' })
    expect((await finishHosted(desk, atelier, 'cs_1')).result).toBe('saved')
    expect(idsOf(backupsOf(await desk.wallet()))).toEqual([card.id])
  })

  it('on a hosted page has its consent though the event of its setup came before', async () => {
    const desk = await (await fresh()).withCards(someFacts())
    await beginOnHostedPage(
      desk,
      asAlice,
      { attempt: 'a1', language: 'en' },
      { returnUrl: 'r', cancelUrl: 'c' },
    )
    succeeds(desk)
    await finishAdding(desk, atelier, 'seti_1')
    expect(backupsOf(await desk.wallet())).toEqual([])
    desk.gateway.sessions.set('cs_1', { customerId: 'cus_atelier', setupIntentId: 'seti_1' })
    await finishHosted(desk, atelier, 'cs_1')
    expect(idsOf(backupsOf(await desk.wallet()))).toEqual([card.id])
  })

  it('of which no event came is found out a moment later', async () => {
    const desk = await begun()
    succeeds(desk)
    desk.clock.pass(15 * second - 1)
    await lookAfterSetups(desk)
    expect(await statusOf(desk)).toBe('started')
    desk.clock.pass(1)
    await lookAfterSetups(desk)
    expect(await statusOf(desk)).toBe('saved')
    expect(defaultOf(await desk.wallet())?.id).toBe(card.id)
  })

  it('on a hosted page is found out though its form was begun in the field, too', async () => {
    const desk = await (await begun()).withCards(someFacts())
    await beginOnHostedPage(
      desk,
      asAlice,
      { attempt: 'a1', language: 'fr' },
      { returnUrl: 'r', cancelUrl: 'c' },
    )
    desk.gateway.attach('cus_atelier', card)
    becomes(desk, { customerId: 'cus_atelier', status: 'succeeded', paymentMethodId: card.id }, 'seti_hosted')
    desk.gateway.sessions.set('cs_1', { customerId: 'cus_atelier', setupIntentId: 'seti_hosted' })
    desk.clock.pass(minute)
    await lookAfterSetups(desk)
    expect(idsOf(backupsOf(await desk.wallet()))).toEqual([card.id])
  })

  it.each(['open', 'needs cardholder', 'missing'] as const)(
    'that is %s an hour after it was begun is cancelled, here and at Stripe',
    async (state) => {
      const desk = await begun()
      if (state === 'needs cardholder') becomes(desk, { customerId: 'cus_atelier', status: state })
      if (state === 'missing') desk.gateway.setups.clear()
      desk.clock.pass(hour - 1)
      await lookAfterSetups(desk)
      expect(await statusOf(desk)).toBe('started')
      desk.clock.pass(1)
      await lookAfterSetups(desk)
      expect(await statusOf(desk)).toBe('canceled')
      if (state !== 'missing') expect(desk.gateway.setups.get('seti_1')?.status).toBe('canceled')
    },
  )

  it('on a hosted page that is open an hour later has a page no more', async () => {
    const desk = await fresh()
    const addresses = { returnUrl: 'r', cancelUrl: 'c' }
    await beginOnHostedPage(desk, asAlice, { attempt: 'a1', language: 'en' }, addresses)
    desk.clock.pass(hour)
    await lookAfterSetups(desk)
    expect([...desk.gateway.expired]).toEqual(['cs_1'])
    expect((await desk.store.setups.bySession('cs_1'))?.status).toBe('canceled')
  })

  it.each(['succeeded', 'processing'] as const)(
    'that is %s in the very moment is left alone, and found out later',
    async (status) => {
      const desk = await begun()
      desk.clock.pass(hour)
      desk.gateway.meanwhile('setup', () => {
        if (status === 'succeeded') succeeds(desk)
        else becomes(desk, { customerId: 'cus_atelier', status })
      })
      await lookAfterSetups(desk)
      expect(await statusOf(desk)).toBe('started')
      expect(desk.gateway.setups.get('seti_1')?.status).toBe(status)
      desk.clock.pass(day)
      await lookAfterSetups(desk)
      expect(await statusOf(desk)).toBe(status === 'succeeded' ? 'saved' : 'processing')
    },
  )

  it('is cancelled later where Stripe does not answer', async () => {
    const desk = await begun()
    desk.clock.pass(hour)
    desk.gateway.willFail('cancelSetup', 'request lost')
    await lookAfterSetups(desk)
    expect([await statusOf(desk), desk.gateway.setups.get('seti_1')?.status]).toEqual(['started', 'open'])
    desk.clock.pass(2 * hour)
    await lookAfterSetups(desk)
    expect([await statusOf(desk), desk.gateway.setups.get('seti_1')?.status]).toEqual([
      'canceled',
      'canceled',
    ])
  })

  it('that was never sent to Stripe is given up as well', async () => {
    const desk = await fresh()
    desk.gateway.willFail('beginSetup', 'request lost')
    await beginAdding(desk, asAlice, { attempt: 'a1', language: 'fr' })
    desk.clock.pass(2 * day)
    await lookAfterSetups(desk)
    expect(await statusOf(desk)).toBe('canceled')
  })

  it('waits for Stripe to answer again', async () => {
    const desk = await begun()
    succeeds(desk)
    desk.gateway.willFail('setup', 'request lost')
    desk.clock.pass(minute)
    await lookAfterSetups(desk)
    expect(await statusOf(desk)).toBe('started')
    desk.clock.pass(2 * minute)
    await lookAfterSetups(desk)
    expect(await statusOf(desk)).toBe('saved')
  })
})
