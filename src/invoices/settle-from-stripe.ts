// An attempt whose answer does not say what became of it: Stripe is read, and what it says of the invoice and of its
// charges settles the matter, or leaves it open.

import type { InvoiceAtStripe } from '../ports/invoice-gateway.ts'
import type { Settlement } from '../ports/invoices.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Attempt } from './attempt.ts'
import { paidSettlement } from './paid-settlement.ts'
import { postpone } from './postpone.ts'

export interface Hint {
  /** Stripe turned it away for a reason of the invoice or of the card: this attempt charged nothing. */
  readonly wasRefused?: boolean
  /** It is not sent again. */
  readonly givenUp?: boolean
  /** Where what is read does not settle it. */
  readonly isSentAgain?: boolean
}

/** Stripe keeps idempotency keys for a day; past this the same key might be a new charge. */
export const sendAgainFor = 23 * 60 * 60_000

/** 'open' only where it is to be sent again: then whoever asked sends it, and its lease stands. */
export async function settleFromStripe(
  ports: Ports,
  attempt: Attempt,
  hint: Hint = {},
): Promise<'done' | 'open'> {
  const { store, gateway, clock } = ports
  const atStripe = await gateway.invoice(attempt.invoiceId).catch(nullIfAway)
  const settlement =
    atStripe === 'missing' ? undone : atStripe && (await judge(ports, attempt, atStripe, hint))
  if (settlement !== null && settlement !== 'pending') {
    const reading = atStripe === null || atStripe === 'missing' ? {} : { reading: atStripe }
    await store.invoices.settle(attempt.id, { ...settlement, ...reading }, clock.now())
  } else if (atStripe === null) {
    // Nobody gives up on what was not read, or sends it again. What was sent a moment ago has had no answer.
    await postpone(ports, attempt, attempt.outcome === 'pending' ? 'pending' : 'unknown')
  } else if (settlement === 'pending') {
    await postpone(ports, attempt, 'pending')
  } else if (hint.givenUp) {
    const inReview = {
      outcome: 'review',
      decline: null,
      chargeId: null,
      why: 'unknown for too long',
    } as const
    await store.invoices.settle(attempt.id, inReview, clock.now())
  } else if (hint.isSentAgain) {
    return 'open'
  } else await postpone(ports, attempt, 'unknown')
  return 'done'
}

const undone: Settlement = { outcome: 'undone', decline: null, chargeId: null }

async function judge(
  { store }: Pick<Ports, 'store'>,
  attempt: Attempt,
  atStripe: InvoiceAtStripe,
  { wasRefused = false }: Hint,
): Promise<Settlement | 'pending' | null> {
  const charge = await ownCharge({ store }, attempt, atStripe)
  if (charge?.outcome === 'paid') {
    // Stripe is between the charge and the invoice that it pays: read a moment later, both say so.
    if (atStripe.facts.status === 'open') return null
    const company = await store.companies.byId(attempt.companyId)
    return paidSettlement(attempt, company, { ...atStripe, chargeId: charge.id })
  }
  if (charge?.outcome === 'declined') {
    const asks = charge.decline?.declineCode === 'authentication_required'
    return { outcome: asks ? 'needs cardholder' : 'declined', decline: charge.decline, chargeId: charge.id }
  }
  const isAsked = atStripe.asks?.id === attempt.card.id
  if (isAsked && (wasRefused || !(await wasAskedBefore({ store }, attempt))))
    return { outcome: 'needs cardholder', decline: null, chargeId: null }
  const isAtBank = atStripe.facts.payment === 'processing'
  if (isAtBank && (charge || atStripe.paymentCardId === attempt.card.id)) return 'pending'
  // Paid, by another; or not to be paid any more: what is still under way finds the door shut.
  if (atStripe.facts.status !== 'open') return { ...undone, facts: atStripe.facts }
  // That there is no trace of it says nothing, not even where Stripe answered with a failure: it may still come.
  return wasRefused ? undone : null
}

// Before it began, every charge that Stripe knew of had its row here; what has none is this attempt's doing, or was
// done beside it with another card.
async function ownCharge({ store }: Pick<Ports, 'store'>, attempt: Attempt, { charges }: InvoiceAtStripe) {
  const attempts = await store.invoices.attempts(attempt.companyId, attempt.invoiceId)
  const told = new Set(attempts.map(({ chargeId }) => chargeId))
  return charges.findLast((charge) => charge.card.id === attempt.card.id && !told.has(charge.id))
}

// The bank may still be asking because of the attempt before this one: then it says nothing of this one.
async function wasAskedBefore({ store }: Pick<Ports, 'store'>, { id, companyId, invoiceId, card }: Attempt) {
  const attempts = await store.invoices.attempts(companyId, invoiceId)
  const before = attempts.findLast((other) => other.id !== id && other.outcome !== 'undone')
  return before?.outcome === 'needs cardholder' && before.card.id === card.id
}

function nullIfAway(error: unknown): null {
  if (error instanceof GatewayUnavailable) return null
  throw error
}
