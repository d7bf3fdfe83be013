// Invariants 1 to 6 and 12: whatever is lost, however the clock jumps and whoever else acts, one charge at most, one
// attempt in flight, the same bytes under a key, no other card after silence, and in the end books that agree.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOpen } from '../../src/invoices/attempt.ts'
import { payNow } from '../../src/invoices/pay-now.ts'
import { sweep } from '../../src/invoices/sweep.ts'
import { GatewayUnavailable } from '../../src/ports/payment-gateway.ts'
import { aDecline, asAlice, hour, minute } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'
import type { Fault } from '../support/stripe-fake.ts'
import { watch } from './charges-watched.ts'
import { type Owing, owing, round } from './owing.ts'

type Step =
  | { does: 'bank'; says: 'yes' | 'no' | 'never' | 'ask' | 'wait' | 'busy' }
  | { does: 'fault'; call: 'pay' | 'invoice'; fault: Fault }
  | { does: 'work'; workers: number }
  | { does: 'pass'; minutes: number }
  | { does: 'member'; card: number }
  | { does: 'sweep' }
  | { does: 'leave'; card: number }

const step = fc.oneof(
  fc.record({
    does: fc.constant('bank' as const),
    says: fc.constantFrom('yes', 'no', 'no', 'never', 'ask', 'wait', 'busy'),
  }),
  fc.record({
    does: fc.constant('fault' as const),
    call: fc.constantFrom('pay', 'pay', 'invoice'),
    fault: fc.constantFrom<Fault>('request lost', 'answer lost', 'failed'),
  }),
  fc.record({ does: fc.constant('work' as const), workers: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    does: fc.constant('pass' as const),
    minutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -48 * 60, max: 48 * 60 })),
  }),
  fc.record({ does: fc.constant('member' as const), card: fc.nat({ max: 2 }) }),
  fc.record({ does: fc.constant('sweep' as const) }),
  fc.record({ does: fc.constant('leave' as const), card: fc.nat({ max: 2 }) }),
)

atDesk('Whatever happens to its charges', (fresh) => {
  it('an invoice is charged at most once, and our books say what Stripe’s say', async () => {
    const steps = fc.array(step, { maxLength: 25, size: 'max' })
    await fc.assert(
      fc.asyncProperty(steps, async (series) => {
        const at = await owing(fresh)
        const faults = watch(at)
        for (const each of series) await take(at, each)
        await comeToRest(at)
        expect(faults).toEqual([])
        await expectBooksToAgree(at)
      }),
      { numRuns: 100 },
    )
  })
})

async function take(at: Owing, step: Step): Promise<void> {
  const { desk } = at
  switch (step.does) {
    case 'bank':
      return order(at, step.says)
    case 'fault':
      return desk.gateway.willFail(step.call, step.fault)
    case 'work':
      await Promise.all(Array.from({ length: step.workers }, () => round(at, () => {})))
      return
    case 'pass':
      return desk.clock.pass(step.minutes * minute)
    case 'member': {
      const number = Math.max(0, ...(await at.attempts()).map((attempt) => attempt.number)) + 1
      const cardId = at.cards[step.card]?.id ?? ''
      await payNow(desk, asAlice, { invoiceId: 'in_1', cardId, number })
      return
    }
    case 'sweep':
      await sweep(desk, { thorough: false }).catch(ignoreAway)
      return
    case 'leave':
      return desk.store.wallets.markLeaving('atelier', at.cards[step.card]?.id ?? '', desk.clock.now())
  }
}

function order(at: Owing, says: Extract<Step, { does: 'bank' }>['says']): void {
  // Stripe’s own fence: what is paid is paid, and what its bank is at is not asked again.
  const unlessDone = (orderIt: () => void) => {
    const { charging } = at.desk.gateway
    orderIt()
    const answer = charging.pop()
    charging.push(() => {
      const { status, payment } = at.atStripe.facts
      return status !== 'open' || payment === 'processing'
        ? { answer: 'look' }
        : (answer?.() ?? { answer: 'look' })
    })
  }
  if (says === 'yes') unlessDone(() => at.pays())
  else if (says === 'no') unlessDone(() => at.declines())
  else if (says === 'never') unlessDone(() => at.declines(aDecline('lost_card')))
  else if (says === 'ask') unlessDone(() => at.asks())
  else if (says === 'wait') unlessDone(() => at.takesItsTime())
  else at.answers({ answer: 'busy' })
}

async function comeToRest(at: Owing): Promise<void> {
  const { desk } = at
  for (let minutes = 0; minutes < 5; minutes++) {
    // Faults are over: those that nobody met are met by nobody.
    desk.gateway.wellAgain()
    await sweep(desk, { thorough: true })
    await round(at, () => {})
    desk.clock.pass(minute)
  }
  const { status, amountPaid } = at.atStripe.facts
  expect(await at.invoice(), 'within five minutes').toMatchObject({ status, amountPaid })
  // What is unknown still is found out, or left to a person, within a day of a clock that is right again.
  const latest = Math.max(...(await at.attempts()).map(({ startedAt }) => startedAt))
  desk.clock.pass(Math.max(0, latest - desk.clock.now()))
  for (let times = 0; times < 12; times++) {
    desk.clock.pass(12 * hour)
    await round(at, () => {})
  }
}

async function expectBooksToAgree(at: Owing): Promise<void> {
  const { facts, charges } = at.atStripe
  const invoice = await at.invoice()
  const attempts = await at.attempts()
  const paid = charges.filter(({ outcome }) => outcome === 'paid')
  expect(paid.length).toBeLessThanOrEqual(1)
  expect([invoice.status, invoice.amountPaid]).toEqual([facts.status, facts.amountPaid])
  expect(attempts.filter(({ outcome }) => outcome === 'paid')).toHaveLength(paid.length)
  const old = attempts.filter(({ startedAt }) => startedAt < at.desk.clock.now() - 24 * hour)
  expect(old.filter((attempt) => isOpen(attempt) && attempt.outcome !== 'pending')).toEqual([])
}

function ignoreAway(error: unknown): void {
  if (!(error instanceof GatewayUnavailable)) throw error
}
