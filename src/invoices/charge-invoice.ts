// One attempt: written down, then sent, then its answer written down with all that follows from it.

import type { By } from '../activity/entry.ts'
import type { ChargeAnswer } from '../ports/invoice-gateway.ts'
import type { NewAttempt, Settlement } from '../ports/invoices.ts'
import type { Ports } from '../ports/ports.ts'
import { type Attempt, type AttemptedCard, bodyOf, keyOf } from './attempt.ts'
import type { Invoice } from './invoice.ts'
import { paidSettlement } from './paid-settlement.ts'
import { postpone } from './postpone.ts'
import { settleFromStripe } from './settle-from-stripe.ts'

/** Longer than any call to Stripe takes: whoever sent it has died meanwhile. */
const lease = 90_000

export interface Charge {
  readonly invoice: Invoice
  readonly card: AttemptedCard
  readonly run: number
  readonly number: number
  /** How many attempts of this card the decision knew of; see fallback.ts. */
  readonly seen: number
  /** Without a member the program itself sees to it, and nobody is there to answer the bank. */
  readonly by: By
}

/**
 * The attempt as it is afterwards: settled, or open where its outcome is not known yet. 'overtaken': somebody else is
 * at this invoice, or it, or the card, is not there to be charged any more; nothing was sent.
 */
export async function chargeInvoice(ports: Ports, charge: Charge): Promise<Attempt | 'overtaken'> {
  const { store, clock } = ports
  // The attempt is saved before Stripe hears of it. If we die mid-call, whoever takes it up finds this row and sends
  // the same key: nobody pays twice.
  const begun = await store.invoices.begin(newAttempt(charge, clock.now()), clock.now() + lease)
  if (begun === 'overtaken') return begun
  return send(ports, begun)
}

function newAttempt({ invoice, card, run, number, seen, by }: Charge, now: number): NewAttempt {
  const madeBy = by.memberId === null ? 'guichet' : 'member'
  return {
    id: keyOf(invoice.id, card.id, number),
    invoiceId: invoice.id,
    companyId: invoice.companyId,
    number,
    run,
    seen,
    card,
    madeBy,
    ...by,
    body: bodyOf(card.id, madeBy),
    amount: invoice.amountRemaining,
    currency: invoice.currency,
    startedAt: now,
  }
}

/** Sends it, for the first time or again: the same key and the same bytes. */
export async function send(ports: Ports, attempt: Attempt): Promise<Attempt> {
  const answer = await ports.gateway.pay(attempt.invoiceId, attempt.body ?? '', attempt.id)
  await record(ports, attempt, answer)
  const attempts = await ports.store.invoices.attempts(attempt.companyId, attempt.invoiceId)
  return attempts.find(({ id }) => id === attempt.id) ?? attempt
}

export async function record(ports: Ports, attempt: Attempt, answer: ChargeAnswer): Promise<void> {
  const { store, clock } = ports
  if (answer.answer === 'busy') return postpone(ports, attempt, 'sent')
  if (answer.answer === 'unknown') await settleFromStripe(ports, attempt)
  else if (answer.answer === 'look') await settleFromStripe(ports, attempt, { wasRefused: true })
  else await store.invoices.settle(attempt.id, await settlementOf(ports, attempt, answer), clock.now())
}

type Plain = Exclude<ChargeAnswer, { answer: 'busy' | 'unknown' | 'look' }>

async function settlementOf({ store }: Ports, attempt: Attempt, answer: Plain): Promise<Settlement> {
  if (answer.answer === 'key refused')
    return { outcome: 'review', decline: null, chargeId: null, why: 'key refused' }
  if (answer.answer !== 'paid')
    return { outcome: answer.answer, decline: answer.decline, chargeId: answer.chargeId }
  const company = await store.companies.byId(attempt.companyId)
  return paidSettlement(attempt, company, answer)
}
