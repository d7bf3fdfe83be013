// Attempts without an answer: asked after with the same key and the same bytes, and never by another card.
import { describe, expect, it } from 'vitest'
import { collectDue } from '../../src/invoices/collect-due.ts'
import { settleOneUnknown } from '../../src/invoices/settle-unknown.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { aCharge, hour, minute, noon, second, someFacts } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import { charging, type Owing, owing, round } from './owing.ts'

const lease = 2 * minute

/** A process whose store fails at this act, as if it had died there. */
function dyingAt({ desk }: Owing, act: 'settle' | 'postpone'): Ports {
  const died = () => Promise.reject(new Error('died'))
  const invoices = { ...desk.store.invoices, [act]: died }
  return { gateway: desk.gateway, clock: desk.clock, store: { ...desk.store, invoices } }
}

async function dieAt(at: Owing, act: 'settle' | 'postpone'): Promise<void> {
  await collectDue(dyingAt(at, act), charging, () => {})
  expect(await at.told()).toEqual(['pm_1st: sent'])
}

atDesk('An attempt without an answer', (fresh) => {
  it('stands in the database before Stripe hears of it', async () => {
    const at = await owing(fresh)
    const { gateway } = at.desk
    const pay = gateway.pay.bind(gateway)
    const seen: unknown[] = []
    gateway.pay = async (invoiceId, body, key) => {
      const attempts = await at.attempts()
      seen.push(attempts.find(({ id, settledAt }) => id === key && settledAt === null)?.body === body)
      return pay(invoiceId, body, key)
    }
    at.declines()
    at.pays()
    await at.collect()
    expect(seen).toEqual([true, true])
  })

  it.each(['settle', 'postpone'] as const)(
    'because its process died (%s) is taken up by another: by reading, else with the same key and the same bytes',
    async (act) => {
      const at = await owing(fresh)
      if (act === 'settle') at.pays()
      else at.desk.gateway.willFail('pay', 'answer lost')
      await dieAt(at, act)
      await round(at)
      expect(at.sent).toHaveLength(1)
      at.desk.clock.pass(lease)
      at.pays()
      await round(at)
      // What Stripe says of it settles the one; of the other it knows nothing.
      expect(at.sent).toHaveLength(act === 'settle' ? 1 : 2)
      expect(new Set(at.sent).size).toBe(1)
      if (act === 'settle') expect(await at.told()).toEqual(['pm_1st: paid'])
    },
  )

  it('is asked after again and again, later each time, and by no other card', async () => {
    const at = await owing(fresh)
    for (let times = 0; times < 40; times++) at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    const pauses: number[] = []
    let last = at.desk.clock.now()
    while (at.sent.length < 15) {
      at.desk.clock.pass(second / 2)
      const before = at.sent.length
      await round(at)
      if (at.sent.length === before) continue
      pauses.push(at.desk.clock.now() - last)
      last = at.desk.clock.now()
    }
    expect(new Set(at.sent).size).toBe(1)
    expect(pauses[0]).toBeLessThanOrEqual(3 * second)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4.5 * minute + second)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(1.5 * minute)
    expect(await at.told()).toEqual(['pm_1st: unknown'])
  })

  it.each(['request lost', 'busy'] as const)(
    'is left to a person 23 hours after it was first sent (%s), and not sent any more',
    async (what) => {
      const at = await owing(fresh)
      const fail = () =>
        what === 'busy' ? at.answers({ answer: 'busy' }) : at.desk.gateway.willFail('pay', what)
      fail()
      await at.collect()
      fail()
      at.desk.clock.pass(23 * hour - minute)
      await round(at)
      expect(at.sent).toHaveLength(2)
      at.desk.clock.pass(15 * minute)
      await round(at)
      expect(at.sent).toHaveLength(2)
      expect(await at.told()).toEqual(['pm_1st: review'])
      expect((await at.invoice()).rest).toMatchObject({ kind: 'review', why: 'unknown for too long' })
      at.desk.clock.pass(48 * hour)
      await round(at)
      expect(at.sent).toHaveLength(2)
    },
  )

  it('starts no other card, though Stripe answered it with a failure and shows no trace of it', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'failed')
    await at.collect()
    for (let hours = 0; hours < 22; hours++) {
      at.desk.clock.pass(hour)
      await round(at)
    }
    expect(await at.told()).toEqual(['pm_1st: unknown'])
    expect(new Set(at.sent).size).toBe(1)
    at.desk.clock.pass(hour)
    await round(at)
    expect(await at.told()).toEqual(['pm_1st: review'])
  })

  describe('whose card is not to be charged any more is not sent again,', () => {
    it.each([
      ['because it is about to go', (at: Owing) => remove(at)],
      ['because it is gone', (at: Owing) => letGo(at)],
    ])('%s', async (_why, take) => {
      const at = await owing(fresh)
      at.desk.gateway.willFail('pay', 'request lost')
      await at.collect()
      await take(at)
      at.desk.clock.pass(hour)
      await round(at)
      await round(at)
      expect(at.sent).toHaveLength(1)
      expect(await at.told()).toEqual(['pm_1st: unknown'])
      at.desk.clock.pass(23 * hour)
      await round(at)
      expect(await at.told()).toEqual(['pm_1st: review'])
    })
  })

  it('is taken up by one of many workers at once', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    at.desk.clock.pass(minute)
    at.pays()
    const taken = await Promise.all(Array.from({ length: 8 }, () => settleOneUnknown(at.desk)))
    expect(taken.filter((attempt) => attempt !== null)).toHaveLength(1)
    expect(at.sent).toHaveLength(2)
  })

  it('is asked after soon, though the clock went back by two days', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    at.desk.clock.pass(-48 * hour)
    at.pays()
    await round(at)
    expect(await at.told()).toEqual(['pm_1st: paid'])
    expect((await at.invoice()).status).toBe('paid')
    expect(new Set(at.sent).size).toBe(1)
  })
})

function remove({ desk }: Owing): Promise<void> {
  return desk.store.wallets.markLeaving('atelier', 'pm_1st', desk.clock.now())
}

async function letGo({ desk }: Owing): Promise<void> {
  const { version } = await desk.store.wallets.of('atelier')
  const methods = desk.gateway.customers.get('cus_atelier')?.methods.filter(({ id }) => id !== 'pm_1st') ?? []
  await desk.store.wallets.mirror('atelier', version, { methods, defaultId: 'pm_default' }, desk.clock.now())
}

atDesk('A payment that its bank takes days over', (fresh) => {
  it('is not given up because Stripe was away for a moment', async () => {
    const at = await owing(fresh)
    at.takesItsTime()
    await at.collect()
    at.desk.clock.pass(48 * hour)
    for (let times = 0; times < 2; times++) {
      at.desk.gateway.willFail('invoice', 'request lost')
      await settleOneUnknown(at.desk)
      at.desk.clock.pass(5 * minute)
    }
    expect(await at.told()).toEqual(['pm_1st: pending'])
  })
})

atDesk('What was charged beside an attempt without an answer', (fresh) => {
  it('is told of when that one is settled', async () => {
    const at = await owing(fresh)
    at.desk.gateway.willFail('pay', 'request lost')
    await at.collect()
    const elsewhere = aCharge({ card: someFacts({ id: 'pm_elsewhere' }), outcome: 'paid', at: noon })
    at.tell(elsewhere, { status: 'paid' })
    at.desk.clock.pass(5 * minute)
    at.answers({ answer: 'look' })
    await settleOneUnknown(at.desk)
    expect(await at.told()).toEqual(['pm_1st: undone', 'pm_elsewhere: paid'])
  })
})
