// A member pays an unpaid invoice with a card of their choice, and is there to answer their bank. Pressing twice, in
// two windows or by two people, is one attempt: the form says which number it would have.

import { byActor } from '../activity/entry.ts'
import type { Actor, Company } from '../company/company.ts'
import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import { find } from '../payment-methods/wallet.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { type Attempt, isOpen } from './attempt.ts'
import { isBusy, isDead, isWithinCaps, knownOf } from './card-standing.ts'
import { chargeInvoice } from './charge-invoice.ts'
import { situationOf } from './collect-invoice.ts'
import { nextNumber, type Situation } from './fallback.ts'
import { isOwed } from './invoice.ts'
import { refreshInvoice } from './refresh-invoice.ts'

export type PaidNow =
  | { readonly result: 'paid' | 'declined' | 'needs cardholder'; readonly attempt: Attempt }
  /** Another attempt came first, and did not pay; the form is to be looked at again. */
  | { readonly result: 'overtaken' }
  /** Sent, and its outcome not known yet: it is found out, and nothing is charged twice. */
  | { readonly result: 'unknown' }
  | { readonly result: 'already paid' }
  /** Void, written off, or left to a person. */
  | { readonly result: 'not payable' }
  | { readonly result: 'card gone' }
  /** The bank said never again. */
  | { readonly result: 'card dead' }
  /** Declined as often as we let it be. */
  | { readonly result: 'card resting' }
  /** It is at its bank for another invoice, and that takes its time; nothing was sent. */
  | { readonly result: 'card busy' }
  /** Stripe turned it away for another reason than the card; nothing was charged. */
  | { readonly result: 'not charged' }
  /** Stripe is away; nothing was sent. */
  | { readonly result: 'unanswered' }
  | { readonly result: 'missing' }

const longestWait = 25_000
const pause = 250

export async function payNow(
  ports: Ports,
  actor: Actor,
  { invoiceId, cardId, number }: { invoiceId: string; cardId: string; number: number },
): Promise<PaidNow> {
  const { store, clock } = ports
  const { company } = actor
  if ((await store.invoices.byId(company.id, invoiceId)) === null) return { result: 'missing' }
  const until = clock.now() + longestWait
  for (;;) {
    const read = await readUnlessUnderWay(ports, company, invoiceId)
    if (read === 'unanswered' || read === 'missing') return { result: read }
    const situation = await situationOf(ports, company, invoiceId, [])
    if (!situation) return { result: 'missing' }
    const told = alreadyTold(situation, number)
    if (told) return told
    const { invoice, attempts } = situation
    const card = find(situation.wallet, cardId)
    if (read === 'read' && !attempts.some(isOpen)) {
      if (!card || card.isLeaving) return { result: 'card gone' }
      const refused = whyNot(situation, card)
      if (refused) return refused
      if (!isBusy(situation, card)) {
        const seen = knownOf(situation, card)
        const charge = { invoice, card, run: invoice.run, number, seen, by: byActor(actor) }
        const attempt = await chargeInvoice(ports, charge)
        if (attempt !== 'overtaken') return resultOf(attempt)
      }
    }
    if (clock.now() >= until) return { result: attempts.some(isOpen) ? 'unknown' : 'card busy' }
    await clock.pause(pause)
  }
}

// Stripe is read before anything is sent. While somebody else's attempt is on its way, their answer is waited for here.
async function readUnlessUnderWay(
  ports: Ports,
  company: Company,
  invoiceId: string,
): Promise<'read' | 'under way' | 'unanswered' | 'missing'> {
  if ((await ports.store.invoices.byId(company.id, invoiceId))?.isInFlight) return 'under way'
  try {
    return (await refreshInvoice(ports, company, invoiceId)) === 'missing' ? 'missing' : 'read'
  } catch (error) {
    if (error instanceof GatewayUnavailable) return 'unanswered'
    throw error
  }
}

// What became of the attempt that this form stands for, or of the invoice without it.
function alreadyTold({ invoice, attempts }: Situation, number: number): PaidNow | undefined {
  const same = attempts.find((attempt) => attempt.number === number)
  if (same && !isOpen(same))
    return same.madeBy === 'member' || same.outcome === 'paid' ? resultOf(same) : { result: 'overtaken' }
  if (invoice.status === 'paid') return { result: 'already paid' }
  if (!isOwed(invoice) || invoice.rest?.kind === 'review' || invoice.payment === 'canceled')
    return { result: 'not payable' }
  if (attempts.some((attempt) => isOpen(attempt) && attempt.outcome !== 'sent')) return { result: 'unknown' }
  if (invoice.payment === 'processing') return { result: 'unknown' }
  return attempts.some(isOpen) || nextNumber(attempts) === number ? undefined : { result: 'overtaken' }
}

function whyNot(situation: Situation, card: PaymentMethod): PaidNow | undefined {
  if (isDead(situation, card)) return { result: 'card dead' }
  return isWithinCaps(situation, card) || isBusy(situation, card) ? undefined : { result: 'card resting' }
}

function resultOf(attempt: Attempt): PaidNow {
  const { outcome } = attempt
  if (outcome === 'paid' || outcome === 'declined' || outcome === 'needs cardholder')
    return { result: outcome, attempt }
  if (outcome === 'review') return { result: 'not payable' }
  return { result: outcome === 'undone' ? 'not charged' : 'unknown' }
}
