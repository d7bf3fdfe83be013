import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../src/invoices/attempt.ts'
import { reconcile } from '../../src/invoices/reconcile-charges.ts'
import type { ChargeAtStripe } from '../../src/ports/invoice-gateway.ts'
import {
  aCharge,
  aDecline,
  anAttempt,
  anInvoice,
  day,
  hour,
  idsOf,
  invoiceAtStripe,
  minute,
  noon,
  someFacts,
} from '../support/builders.ts'

const main = someFacts({ id: 'pm_main' })
const backup = someFacts({ id: 'pm_backup' })

function found(attempts: readonly Attempt[], charges: readonly ChargeAtStripe[], run = 1) {
  return reconcile(anInvoice({ run }), attempts, invoiceAtStripe({ charges }), noon)
}

describe('A charge that Stripe tells of', () => {
  it('and that nobody here made is Stripe’s own, with all that is known of it', () => {
    const decline = aDecline('lost_card', { adviceCode: 'do_not_try_again' })
    const charge = aCharge({ card: main, decline, at: noon - hour })
    const { claims, found: made, run } = found([], [charge])
    expect([claims, run]).toEqual([[], 1])
    expect(made).toMatchObject([
      {
        ...{ id: charge.id, chargeId: charge.id, number: 1, run: 1, madeBy: 'stripe', outcome: 'declined' },
        ...{ decline, amount: 4900, startedAt: noon - hour, settledAt: noon - hour, body: null },
      },
    ])
  })

  it('and that paid, or whose bank asks for the cardholder, says so', () => {
    const asked = aCharge({ card: backup, decline: aDecline('authentication_required') })
    const { found: made } = found([], [asked, aCharge({ card: main, outcome: 'paid' })])
    expect(made.map(({ outcome, number }) => [number, outcome])).toEqual([
      [1, 'needs cardholder'],
      [2, 'paid'],
    ])
  })

  it('and that the bank is at is none yet', () => {
    expect(found([], [aCharge({ card: main, outcome: 'pending' })])).toMatchObject({ found: [], claims: [] })
  })

  it('and that an attempt knows as its own is nothing new', () => {
    const attempt = anAttempt({ card: main, chargeId: 'ch_known' })
    expect(found([attempt], [aCharge({ id: 'ch_known', card: main })])).toMatchObject({
      found: [],
      claims: [],
    })
  })

  it.each(['needs cardholder', 'undone'] as const)(
    'is what an attempt did that was %s, where the card is its, and the time',
    (outcome) => {
      const attempt = anAttempt({ card: main, outcome, chargeId: null })
      const charge = aCharge({ card: main, outcome: 'paid', at: noon + minute })
      expect(found([attempt], [charge])).toMatchObject({
        found: [],
        claims: [{ attemptId: attempt.id, chargeId: charge.id, outcome: 'paid' }],
      })
      expect(found([attempt], [{ ...charge, card: backup }]).found).toHaveLength(1)
      expect(found([attempt], [{ ...charge, at: noon + 2 * day }]).found).toHaveLength(1)
    },
  )

  it('is claimed once, and by one attempt', () => {
    const attempts = [1, 2].map((number) =>
      anAttempt({ number, card: main, outcome: 'undone', chargeId: null }),
    )
    const charges = [aCharge({ card: main }), aCharge({ card: main }), aCharge({ card: main })]
    const { claims, found: made } = found(attempts, charges)
    expect(new Set(claims.map(({ attemptId }) => attemptId)).size).toBe(2)
    expect(made).toHaveLength(1)
  })
})

describe('Stripe’s own retry', () => {
  const first = anAttempt({ number: 1, card: main, madeBy: 'stripe', startedAt: noon - 3 * day })

  it('of a card of this run, a day or more after it began, opens the next', () => {
    expect(found([first], [aCharge({ card: main })]).run).toBe(2)
    expect(found([first], [aCharge({ card: main, at: noon - 2 * day - hour })]).run).toBe(1)
    expect(found([first], [aCharge({ card: backup })]).run).toBe(1)
  })

  it('opens no fifth run', () => {
    expect(found([{ ...first, run: 4 }], [aCharge({ card: main })], 4).run).toBe(4)
  })

  it('that came several times while we were away opens as many', () => {
    const charges = [-6, -4, -2].map((days) => aCharge({ card: main, at: noon + days * day }))
    const { found: made, run } = found([{ ...first, startedAt: noon - 8 * day }], charges)
    expect([run, made.map((attempt) => attempt.run)]).toEqual([4, [2, 3, 4]])
  })
})

describe('A bank that waits for its cardholder', () => {
  const asks = (attempts: readonly Attempt[], run = 1) =>
    reconcile(anInvoice({ run }), attempts, invoiceAtStripe({ asks: main }), noon)

  it('is in the story, though no charge tells of it', () => {
    expect(asks([]).found).toMatchObject([{ card: main, outcome: 'needs cardholder', chargeId: null }])
  })

  it('is there once', () => {
    const { found: made } = asks([])
    expect(asks(made).found).toEqual([])
  })
})

it('Whatever was read before, every charge is in the story once, and in one order', () => {
  const cards = [main, backup]
  const charge = fc.record({
    card: fc.constantFrom(...cards),
    outcome: fc.constantFrom('paid' as const, 'declined' as const),
    hours: fc.nat({ max: 400 }),
  })
  const readings = fc.array(fc.nat({ max: 12 }), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(charge, { maxLength: 12 }), readings, (made, seen) => {
      const charges = made
        .map(({ card, outcome, hours }) => aCharge({ card, outcome, at: noon - hours * hour }))
        .sort((one, next) => one.at - next.at)
      let attempts: readonly Attempt[] = []
      let run = 1
      for (const count of [...seen.sort((one, next) => one - next), charges.length]) {
        const read = found(attempts, charges.slice(0, count), run)
        attempts = [...attempts, ...read.found]
        run = read.run
      }
      expect(attempts.map(({ chargeId }) => chargeId)).toEqual(idsOf(charges))
      expect(attempts.map(({ number }) => number)).toEqual(charges.map((_, index) => index + 1))
    }),
  )
})

it('A decline that its answer called the bank’s becomes Radar’s where the charge says so', () => {
  const decline = aDecline('generic_decline')
  const charge = aCharge({ card: main, decline: { ...decline, blocked: true } })
  const ours = anAttempt({ card: main, outcome: 'declined', decline, chargeId: charge.id })
  expect(found([ours], [charge])).toMatchObject({
    claims: [{ attemptId: ours.id, outcome: 'declined', decline: { blocked: true } }],
    found: [],
  })
})
