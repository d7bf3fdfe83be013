import { describe, expect, it } from 'vitest'
import { isDead } from '../../src/invoices/card-standing.ts'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { aCard, aDecline, anAttempt, day, hour, noon } from '../support/builders.ts'
import { type Answer, PlayedInvoice, playRun as run } from './played-invoice.ts'

const main = aCard({ id: 'pm_default', isDefault: true })
const second = aCard({ id: 'pm_second' })
const third = aCard({ id: 'pm_third' })

function withCards(...cards: readonly PaymentMethod[]): PlayedInvoice {
  return new PlayedInvoice(cards)
}

describe('A run', () => {
  it('asks the default first, wherever it stands, and then the backups in their order', () => {
    expect(run(withCards(third, main, second))).toEqual(['pm_default', 'pm_third', 'pm_second'])
  })

  it('counts Stripe’s own charge as the default’s turn', () => {
    const played = withCards(main, second)
    played.chargedByStripe(main, aDecline('do_not_honor'))
    expect(run(played)).toEqual(['pm_second'])
  })

  it('asks a card that was saved twice once', () => {
    expect(run(withCards(main, { ...second, fingerprint: main.fingerprint }, third))).toEqual([
      'pm_default',
      'pm_third',
    ])
  })

  it('asks cards without a fingerprint one by one', () => {
    const [one, other] = [main, second].map((card) => ({ ...card, fingerprint: null }))
    expect(run(withCards(...[one, other].filter((card) => card !== undefined)))).toHaveLength(2)
  })

  it('leaves out who is leaving, and whose company did not agree, unless it is the default', () => {
    const notAgreed = { ...third, mayBeBackup: false }
    expect(run(withCards(main, { ...second, isLeaving: true }, notAgreed))).toEqual(['pm_default'])
    expect(run(withCards({ ...main, mayBeBackup: false }, second))).toEqual(['pm_default', 'pm_second'])
    expect(run(withCards({ ...main, isLeaving: true }, second))).toEqual(['pm_second'])
  })

  it('stops with the card that pays', () => {
    expect(run(withCards(main, second, third), { pm_second: 'paid' })).toEqual(['pm_default', 'pm_second'])
  })

  it('never asks another card while one has no answer', () => {
    const played = withCards(main, second)
    played.ask(main, 1, 'unknown')
    expect(played.decide()).toEqual({ do: 'settle' })
    played.now += 40 * day
    expect(played.decide()).toEqual({ do: 'settle' })
  })

  it.each<[Answer, string]>([
    ['stop', 'refused for good'],
    ['review', 'suspected fraud'],
    ['unexpected', 'unexpected amount'],
  ])('ends for every card with an answer of “%s”: %s', (answer, why) => {
    const played = withCards(main, second)
    expect(run(played, { pm_default: answer })).toEqual(['pm_default'])
    expect(played.decide()).toMatchObject({ why })
    played.now += 40 * day
    expect(run(played)).toEqual([])
  })

  it('does not ask the holder of a card that the network advises never to try again', () => {
    const played = withCards(main)
    const decline = aDecline('authentication_required', { adviceCode: 'do_not_try_again' })
    played.attempts = [anAttempt({ card: main, outcome: 'needs cardholder', decline })]
    expect(played.decide()).toMatchObject({ do: 'wait', why: 'next run' })
    played.elsewhere = played.attempts.map((attempt) => ({ ...attempt, invoiceId: 'in_2' }))
    played.attempts = []
    expect(run(played)).toEqual([])
  })

  it('goes on with the other cards once a person has looked', () => {
    for (const answer of ['stop', 'review', 'unexpected'] as const) {
      const played = withCards(main, second)
      run(played, { pm_default: answer })
      played.reviewed()
      expect(run(played)).toEqual(['pm_second'])
    }
  })
})

describe('The next run', () => {
  const answersOnce: readonly [Answer, boolean][] = [
    ['later', true],
    ['undone', true],
    ['once', false],
    ['dead', false],
    ['dead by advice', false],
    ['cardholder', false],
  ]

  it.each(answersOnce)('asks again a card that said “%s”: %s', (answer, again) => {
    const played = withCards(main, second)
    run(played, { pm_default: answer })
    expect(run(played)).toEqual([])
    played.rest('next run', null, 1, played.now + 3 * day)
    played.now += 3 * day
    expect(run(played)).toEqual(again ? ['pm_default', 'pm_second'] : ['pm_second'])
  })

  it('comes after three days, then five, then seven, and there is no fifth', () => {
    const played = withCards(main)
    const asked = [0, 3, 5, 7, 30].map((days) => {
      played.now += days * day - 1
      const early = run(played)
      played.now += 1
      return [...early, ...run(played)].length
    })
    expect(asked).toEqual([1, 1, 1, 1, 0])
    expect(played.decide()).toEqual({ do: 'stop', why: 'runs spent' })
  })

  it('waits for Stripe’s own retry where that comes within a day of it', () => {
    const played = withCards(main)
    const stripe = noon + 3 * day + 20 * hour
    played.invoice = { ...played.invoice, nextStripeAttemptAt: stripe }
    run(played)
    expect(played.invoice.rest?.until).toBe(stripe + hour)
  })

  it('does not ask the card that Stripe tried by itself less than twelve hours ago', () => {
    const played = withCards(main, second)
    expect(run(played, { pm_default: 'undone' })).toHaveLength(2)
    played.methods = [...played.methods, third]
    played.now += 3 * day - 11 * hour
    played.attempts = [
      ...played.attempts,
      anAttempt({ number: 3, card: third, madeBy: 'stripe', startedAt: played.now }),
    ]
    played.now += 11 * hour
    expect(run(played)).toEqual(['pm_default', 'pm_second'])
  })

  it('does not come sooner, and asks nobody twice, when the clock went back', () => {
    const played = withCards(main, second)
    run(played)
    played.now -= 48 * hour
    expect(run(played)).toEqual([])
    played.now += 51 * hour
    expect(run(played)).toEqual([])
  })
})

describe('A card that expired', () => {
  const expired = (declineCode: string) => {
    const played = withCards(main, second)
    played.chargedByStripe(main, { ...aDecline(declineCode), code: declineCode })
    return { declined: played.attempts }
  }
  const renewed = { ...main, id: 'pm_renewed', createdAt: noon + 30 * day }

  it('is dead, and lives again when the same number is saved with its new date', () => {
    expect(isDead(expired('expired_card'), main)).toBe(true)
    expect(isDead(expired('expired_card'), renewed)).toBe(false)
  })

  it('is not what a stolen one is', () => {
    expect(isDead(expired('stolen_card'), renewed)).toBe(true)
  })
})
