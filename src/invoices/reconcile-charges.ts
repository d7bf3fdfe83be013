// What Stripe says was charged for an invoice, told apart into what our own attempts did and what came from elsewhere:
// Stripe's own charge of the default, its retries, and cardholders who confirmed. Nothing that Stripe knows of is
// missing in the story afterwards, and nothing is there twice.

import type { ChargeAtStripe, InvoiceAtStripe } from '../ports/invoice-gateway.ts'
import type { Attempt, AttemptedCard, Decline, SettledOutcome } from './attempt.ts'
import { caps } from './card-standing.ts'
import { nextNumber } from './fallback.ts'
import type { Invoice } from './invoice.ts'

/** A charge turns out to be what an attempt of ours did. */
export interface Claim {
  readonly attemptId: string
  readonly chargeId: string
  readonly outcome: 'paid' | 'declined' | 'needs cardholder'
  readonly decline: Decline | null
  readonly at: number
}

export interface Reconciliation {
  readonly claims: readonly Claim[]
  readonly found: readonly Attempt[]
  /** Stripe's own retry, a day or more after the last run began, opens the next. */
  readonly run: number
}

const day = 24 * 60 * 60_000

/** `attempts`: the invoice's, none of them open. While one is, a charge may be its doing. */
export function reconcile(
  { id, companyId, run }: Pick<Invoice, 'id' | 'companyId' | 'run'>,
  attempts: readonly Attempt[],
  { charges, asks, facts }: InvoiceAtStripe,
  now: number,
): Reconciliation {
  const claims: Claim[] = []
  const all = [...attempts]
  let current = run
  const add = (
    what: Pick<Attempt, 'id' | 'card' | 'amount' | 'startedAt' | 'outcome' | 'decline' | 'chargeId'>,
  ): void => {
    all.push({
      ...what,
      invoiceId: id,
      companyId,
      number: nextNumber(all),
      run: current,
      madeBy: 'stripe',
      memberId: null,
      address: null,
      body: null,
      currency: facts.currency,
      settledAt: what.startedAt,
      tries: 1,
    })
  }
  for (const charge of charges) {
    if (charge.outcome === 'pending') continue
    const known = all.find(({ chargeId }) => chargeId === charge.id)
    // Its answer did not say that it was Radar; the charge does.
    if (known && charge.decline?.blocked && !known.decline?.blocked) claims.push(claimOf(known, charge))
    if (isKnown(all, claims, charge)) continue
    const doer = doerOf(all, claims, charge)
    if (doer) claims.push(claimOf(doer, charge))
    else {
      current = runOf(all, current, charge)
      const { card, amount, at: startedAt, decline } = charge
      add({
        id: charge.id,
        card,
        amount,
        startedAt,
        decline,
        outcome: outcomeOf(charge),
        chargeId: charge.id,
      })
    }
  }
  if (asks && !isAsked(all, claims, current, asks)) {
    const asking = {
      card: asks,
      amount: facts.amountRemaining,
      startedAt: now,
      decline: null,
      chargeId: null,
    }
    add({ ...asking, id: `asked/${id}/${asks.id}/${nextNumber(all)}`, outcome: 'needs cardholder' })
  }
  return { claims, found: all.slice(attempts.length), run: current }
}

function isKnown(attempts: readonly Attempt[], claims: readonly Claim[], { id }: ChargeAtStripe): boolean {
  return attempts.some((attempt) => attempt.chargeId === id) || claims.some(({ chargeId }) => chargeId === id)
}

// An attempt's own answer did not name its charge; or a cardholder has answered, and then what they were asked last.
function doerOf(
  attempts: readonly Attempt[],
  claims: readonly Claim[],
  charge: ChargeAtStripe,
): Attempt | undefined {
  const free = attempts.filter(
    ({ id, card, chargeId }) =>
      card.id === charge.card.id && chargeId === null && !claims.some(({ attemptId }) => attemptId === id),
  )
  return (
    free.find(({ outcome }) => outcome === charge.outcome) ?? free.findLast((each) => isOpenTo(each, charge))
  )
}

function isOpenTo({ outcome, startedAt }: Attempt, { at }: ChargeAtStripe): boolean {
  return (outcome === 'needs cardholder' || outcome === 'undone') && Math.abs(at - startedAt) < day
}

function claimOf({ id }: Attempt, charge: ChargeAtStripe): Claim {
  const { id: chargeId, decline, at } = charge
  return { attemptId: id, chargeId, outcome: outcomeOf(charge), decline, at }
}

/** A bank that wants to hear from the cardholder may say so by a decline. */
function outcomeOf({
  outcome,
  decline,
}: ChargeAtStripe): Extract<SettledOutcome, 'paid' | 'declined' | 'needs cardholder'> {
  if (outcome === 'paid') return 'paid'
  const asks =
    decline?.declineCode === 'authentication_required' || decline?.code === 'authentication_required'
  return asks ? 'needs cardholder' : 'declined'
}

function runOf(attempts: readonly Attempt[], run: number, { at, card }: ChargeAtStripe): number {
  const ofRun = attempts.filter((attempt) => attempt.run === run)
  const began = Math.min(...ofRun.map(({ startedAt }) => startedAt))
  const again = ofRun.some((attempt) => attempt.card.id === card.id)
  return again && at - began >= day && run < caps.runs ? run + 1 : run
}

function isAsked(
  attempts: readonly Attempt[],
  claims: readonly Claim[],
  run: number,
  asks: AttemptedCard,
): boolean {
  return attempts.some(
    ({ id, card, outcome, run: its }) =>
      card.id === asks.id &&
      outcome === 'needs cardholder' &&
      its === run &&
      !claims.some((each) => each.attemptId === id),
  )
}
