// Which card may be asked, said once more: in the law's words, and with nothing of the product's.
import { expect } from 'vitest'
import { type Attempt, isOpen } from '../../src/invoices/attempt.ts'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { day, hour } from '../support/builders.ts'
import { type Answer, answers, isRefused, type PlayedInvoice } from './played-invoice.ts'

export function expectToBeAllowed(played: PlayedInvoice, card: PaymentMethod, run: number): void {
  const { invoice, attempts, methods } = played
  const since = attempts.filter(({ number }) => number > invoice.reviewedTo)
  const said = (attempt: Attempt) =>
    Object.entries(answers).find(([, decline]) => decline === attempt.decline)?.[0]
  expect(attempts.some(isOpen), 'an attempt has no answer yet').toBe(false)
  expect([invoice.status, invoice.rest?.kind]).not.toContain('review')
  expect(invoice).toMatchObject({ status: 'open' })
  expect(since.map(said), 'something stopped every card').not.toContain('stop')
  expect(since.map(said), 'a person has to look').not.toContain('review')
  expect(since.map(({ outcome }) => outcome)).not.toContain('review')
  expect(run, 'four runs at most').toBeLessThanOrEqual(4)
  const inOrder = [...methods].sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
  const first = inOrder.find((each) => mayBeAsked(played, each, run))
  expect(card.id, 'the first in order that may be asked').toBe(first?.id)
}

function mayBeAsked({ attempts, elsewhere, now }: PlayedInvoice, card: PaymentMethod, run: number): boolean {
  if (card.isLeaving || !(card.isDefault || card.mayBeBackup)) return false
  const isIt = (attempt: Attempt) =>
    attempt.card.id === card.id || attempt.card.fingerprint === card.fingerprint
  const own = attempts.filter(isIt)
  if (own.some((attempt) => attempt.run === run)) return false
  if (own.some(({ madeBy, startedAt }) => madeBy === 'stripe' && startedAt > now - 12 * hour)) return false
  const refused = [...elsewhere, ...attempts].filter((attempt) => isIt(attempt) && isRefused(attempt))
  const isOf =
    (...kinds: Answer[]) =>
    (each: Attempt) =>
      kinds.some((kind) => answers[kind] === each.decline)
  if (refused.some(isOf('dead', 'dead by advice'))) return false
  if (
    own
      .filter(isRefused)
      .slice(-1)
      .some(isOf('once', 'cardholder', 'review'))
  )
    return false
  const within = (span: number) => refused.filter(({ startedAt }) => startedAt > now - span).length
  return within(day) < 6 && within(30 * day) < 14
}
