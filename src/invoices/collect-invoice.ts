// An invoice that Stripe could not charge is seen to: card after card, as fallback.ts decides, until one pays or there
// is nothing more to do for now.

import { byGuichet } from '../activity/entry.ts'
import type { Company } from '../company/company.ts'
import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import type { Resting } from '../ports/invoices.ts'
import type { Ports } from '../ports/ports.ts'
import { isOpen } from './attempt.ts'
import { isBusy } from './card-standing.ts'
import { chargeInvoice } from './charge-invoice.ts'
import { type Decision, decide, type Situation } from './fallback.ts'
import { newsOfRest } from './news.ts'
import { refreshInvoice } from './refresh-invoice.ts'

const pause = 100
const looks = 30

export interface Charging {
  /** From each run to the next, in milliseconds. */
  readonly schedule: readonly number[]
}

/**
 * Reads Stripe before each card: whatever was charged meanwhile, by whomever, is known before another is. False where
 * there is nothing to be seen to, whatever our copy says.
 */
export async function collectInvoice(
  ports: Ports,
  company: Company,
  invoiceId: string,
  { schedule }: Charging,
): Promise<boolean> {
  for (;;) {
    const refreshed = await refreshInvoice(ports, company, invoiceId)
    if (refreshed === 'missing') return false
    const situation = await situationOf(ports, company, invoiceId, schedule)
    if (!situation) return false
    const decision = decide(situation)
    if (decision.do === 'nothing') return false
    if (decision.do === 'hold') {
      if (await isFreeInTime(ports, company, decision.card)) continue
      return false
    }
    if (decision.do !== 'charge') {
      await rest(ports, situation, decision)
      return true
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
    if (attempt !== 'overtaken' && (isOpen(attempt) || attempt.outcome === 'paid')) return true
    if (attempt === 'overtaken') await ports.clock.pause(pause)
  }
}

// Most banks answer within a second or two. Where one does not, the invoice is looked at again when its lease ends.
async function isFreeInTime(
  { store, clock }: Ports,
  company: Company,
  card: PaymentMethod,
): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    if (!isBusy({ declined: await store.invoices.declined(company.id) }, card)) return true
    await clock.pause(pause)
  }
  return false
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
