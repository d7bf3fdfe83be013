// What the log says of charging: what came of each attempt, and that an invoice is paid.

import type { Facts, NewEntry, Result } from '../activity/entry.ts'
import type { Attempt, SettledOutcome } from './attempt.ts'
import type { Invoice, RestReason } from './invoice.ts'
import { cardOf, namedOf } from './news.ts'

const day = 24 * 60 * 60_000

/** Without its outcome there is nothing to say yet. `why`: where it ended in review. */
export function entryOfAttempt(
  invoice: Invoice,
  attempt: Attempt & { readonly outcome: SettledOutcome },
  why: RestReason | null = null,
): NewEntry {
  const { id, companyId, amount, outcome } = attempt
  const refusal = why ?? reasonOf(attempt)
  return {
    ...doneBy(attempt),
    companyId,
    action: 'charged',
    facts: {
      card: cardOf(attempt),
      invoice: { ...namedOf(invoice), amount },
      ...(refusal !== null && { why: refusal }),
      ...(attempt.madeBy === 'stripe' && { by: 'stripe' as const }),
    },
    result: resultOf(outcome, why),
    once: `charged/${id}/${outcome}`,
  }
}

function reasonOf({ outcome, decline }: Attempt): string | null {
  if (outcome === 'needs cardholder') return 'authentication_required'
  if (outcome === 'undone') return 'undone'
  return outcome === 'declined' ? (decline?.declineCode ?? decline?.code ?? 'other') : null
}

// In review the money may have been taken, otherwise than it was asked for, or nobody knows.
function resultOf(outcome: SettledOutcome, why: RestReason | null): Result {
  if (outcome === 'paid' || why === 'unexpected amount') return 'done'
  return outcome === 'review' && why === 'unknown for too long' ? 'unanswered' : 'refused'
}

/** By whom the attempt was made that paid it; without one it was paid at Stripe. */
export function entryOfPaid(invoice: Invoice, attempts: readonly Attempt[]): NewEntry {
  const paid = attempts.find(({ outcome }) => outcome === 'paid')
  const named: Facts = { invoice: namedOf(invoice), ...(paid && { card: cardOf(paid) }) }
  const isStripes = paid === undefined || paid.madeBy === 'stripe'
  return {
    memberId: paid?.memberId ?? null,
    address: paid?.address ?? null,
    companyId: invoice.companyId,
    action: 'invoice paid',
    facts: isStripes ? { ...named, by: 'stripe' } : named,
    result: 'done',
    once: `paid/${invoice.id}`,
  }
}

function doneBy({ memberId, address }: Attempt) {
  return { memberId, address }
}

/** What a company brings along from before we knew it is none of its people's doing here. */
export function isRecent(at: number, now: number): boolean {
  return now - at <= day
}
