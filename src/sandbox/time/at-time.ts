// Whose time it is: a customer on a test clock lives by that clock, everybody else by the sandbox's.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'

export function atTime<Result>(ledger: Ledger, time: number, work: () => Result): Result {
  const before = ledger.frozen
  ledger.frozen = time
  try {
    return work()
  } finally {
    ledger.frozen = before
  }
}

export function inTimeOf<Result>(ledger: Ledger, customer: string | null, work: () => Result): Result {
  const clock = ledger.frozen === null ? testClockOf(ledger, customer) : undefined
  return clock ? atTime(ledger, clock.frozen_time, work) : work()
}

export function testClockOf(
  ledger: Ledger,
  customer: string | null,
): Stripe.TestHelpers.TestClock | undefined {
  const kept = ledger.customers.get(customer ?? '')
  if (!kept || kept.deleted) return undefined
  return ledger.testClocks.get(referenceOf(kept.test_clock) ?? '')
}
