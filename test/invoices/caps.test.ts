import { describe, expect, it } from 'vitest'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { aCard, aDecline, alice, anAttempt, day, hour, minute, noon } from '../support/builders.ts'
import { PlayedInvoice, playRun as run } from './played-invoice.ts'

const main = aCard({ id: 'pm_default', isDefault: true })
const second = aCard({ id: 'pm_second' })

function withCards(...cards: readonly PaymentMethod[]): PlayedInvoice {
  return new PlayedInvoice(cards)
}

describe('The caps', () => {
  const declines = (count: number, every: number, from = 0) =>
    Array.from({ length: count }, (_, at) =>
      anAttempt({ invoiceId: `in_${at + 2}`, card: main, startedAt: noon - from - at * every }),
    )

  it.each([
    ['five in a day', declines(5, minute), true],
    ['six in a day', declines(6, minute), false],
    ['six, of which one a day ago', declines(6, (24 * hour) / 5), true],
    ['thirteen in thirty days', declines(13, 2 * day, 2 * hour), true],
    ['fourteen in thirty days', declines(14, 2 * day, 2 * hour), false],
    ['fourteen, of which one thirty days ago', declines(14, (30 * day) / 13), true],
  ])('count a card’s declines of all invoices: after %s', (_what, elsewhere, mayBeAsked) => {
    const played = withCards(main)
    played.elsewhere = elsewhere
    expect(run(played)).toHaveLength(mayBeAsked ? 1 : 0)
  })

  it('count the same card under another id, and members’ tries', () => {
    const played = withCards({ ...main, id: 'pm_again' })
    played.elsewhere = declines(6, minute).map((attempt) => ({
      ...attempt,
      madeBy: 'member',
      memberId: alice.id,
    }))
    expect(run(played)).toEqual([])
  })

  it('count what seems to come later, because the clock went back', () => {
    const played = withCards(main)
    played.elsewhere = declines(6, minute, -2 * day)
    expect(run(played)).toEqual([])
  })

  it('end no life: a card that was refused for good by one invoice is asked for none', () => {
    const played = withCards(main, second)
    played.elsewhere = [
      anAttempt({
        invoiceId: 'in_2',
        card: main,
        startedAt: noon - 400 * day,
        decline: aDecline('lost_card'),
      }),
    ]
    expect(run(played)).toEqual(['pm_second'])
  })
})
