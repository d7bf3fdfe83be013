// An invoice that Stripe could not charge is seen to: card after card, as fallback.ts decides, until one pays or there
// is nothing more to do for now.

import { byGuichet } from '../activity/entry.ts'
import type { Company } from '../company/company.ts'
import type { Resting } from '../ports/invoices.ts'
import type { Ports } from '../ports/ports.ts'
import { isOpen } from './attempt.ts'
import { chargeInvoice } from './charge-invoice.ts'
import { type Decision, decide, type Situation } from './fallback.ts'
import { newsOfRest } from './news.ts'
import { refreshInvoice } from './refresh-invoice.ts'

const pause = 100

export interface Charging {
  /** From each run to the next, in milliseconds. */
  readonly schedule: readonly number[]
}

/**
 * 'nothing': there is nothing to be seen to, whatever our copy says. 'held': the card that is next is at its bank for
 * another invoice, and what comes of that counts for this one.
 */
export type Collected = 'seen to' | 'nothing' | 'held'

/** Reads Stripe before each card: whatever was charged meanwhile, by whomever, is known before another is. */
export async function collectInvoice(
  ports: Ports,
  company: Company,
  invoiceId: string,
  { schedule }: Charging,
): Promise<Collected> {
  for (;;) {
    const refreshed = await refreshInvoice(ports, company, invoiceId)
    if (refreshed === 'missing') return 'nothing'
    const situation = await situationOf(ports, company, invoiceId, schedule)
    if (!situation) return 'nothing'
    const decision = decide(situation)
    if (decision.do === 'nothing') return 'nothing'
    if (decision.do === 'hold') return 'held'
    if (decision.do !== 'charge') {
      await rest(ports, situation, decision)
      return 'seen to'
    }
    const { card, run, number, seen } = decision
    const attempt = await chargeInvoice(ports, {
      invoice: situation.invoice,
      card,
      run,
      number,
      seen,
      by: byGuichet,
    })
    if (attempt !== 'overtaken' && (isOpen(attempt) || attempt.outcome === 'paid')) return 'seen to'
    if (attempt === 'overtaken') await ports.clock.pause(pause)
  }
}

export async function situationOf(
  { store, clock }: Ports,
  company: Company,
  invoiceId: string,
  schedule: readonly number[],
): Promise<Situation | null> {
  const invoice = await store.invoices.byId(company.id, invoiceId)
  if (!invoice) return null
  const attempts = await store.invoices.attempts(company.id, invoiceId)
  const declined = await store.invoices.declined(company.id)
  const wallet = await store.wallets.of(company.id)
  return { invoice, attempts, declined, wallet, now: clock.now(), schedule }
}

async function rest(
  { store, clock }: Ports,
  { invoice, attempts }: Situation,
  decision: Decision,
): Promise<void> {
  const resting = restOf(invoice.run, decision)
  if (!resting) return
  const mails = newsOfRest(invoice, attempts, decision)
  await store.invoices.rest(invoice.companyId, invoice.id, resting, mails, clock.now())
}

function restOf(run: number, decision: Decision): Resting | null {
  switch (decision.do) {
    case 'wait':
      return decision.why === 'processing'
        ? { kind: 'processing', why: null, run, until: null }
        : { kind: 'next run', why: null, run: decision.run, until: decision.until }
    case 'ask cardholder':
      return { kind: 'cardholder', why: null, run: decision.run, until: decision.until }
    case 'stop':
      return { kind: 'stopped', why: decision.why, run, until: null }
    case 'review':
      return { kind: 'review', why: decision.why, run, until: null }
    default:
      return null
  }
}
