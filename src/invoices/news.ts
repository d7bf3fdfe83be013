// What people are told of an invoice by mail: when a run ends in vain, when its bank wants to hear from them, and when
// it is paid after all.

import type { CardNamed, InvoiceNamed, NewMail } from '../mail/message.ts'
import type { Attempt } from './attempt.ts'
import { willBeTriedAgain } from './card-standing.ts'
import type { Decision } from './fallback.ts'
import type { Invoice } from './invoice.ts'

/** For an invoice that has just turned out to be paid; nobody needs mail about one that was paid at once. */
export function newsOfPaid(invoice: Invoice, attempts: readonly Attempt[]): NewMail[] {
  const paid = attempts.find(({ outcome }) => outcome === 'paid')
  const refused = attempts.filter(({ outcome }) => outcome === 'declined' || outcome === 'needs cardholder')
  const failed = refused.find(({ run, card }) => run === paid?.run && card.id !== paid.card.id)
  if (refused.length === 0) return []
  const named = namedOf(invoice)
  const once = `paid/${invoice.id}`
  if (paid && failed && paid.madeBy === 'guichet') {
    const message = {
      kind: 'paid by backup',
      invoice: named,
      failed: cardOf(failed),
      paidBy: cardOf(paid),
    } as const
    return [{ companyId: invoice.companyId, message, once }]
  }
  const message = { kind: 'paid', invoice: named, card: paid ? cardOf(paid) : null } as const
  return [{ companyId: invoice.companyId, message, once }]
}

/** For the end of a run that did not pay. */
export function newsOfRest(invoice: Invoice, attempts: readonly Attempt[], decision: Decision): NewMail[] {
  const { companyId } = invoice
  // A person looks at it first; there is nothing that its company could do.
  if (decision.do === 'review') return []
  // The bank is at it: nothing has failed yet.
  if (decision.do === 'wait' && decision.why === 'processing') return []
  const run = 'run' in decision ? decision.run : invoice.run
  if (decision.do === 'ask cardholder') {
    const message = {
      kind: 'confirmation needed',
      invoice: namedOf(invoice),
      card: cardOf(decision.card),
    } as const
    return [{ companyId, message, once: `confirm/${invoice.id}/${run}` }]
  }
  const tried = attempts.filter((attempt) => attempt.run === run && attempt.outcome === 'declined')
  // Once, that there was no card to try; every time, that those there were did not pay.
  if (tried.length === 0 && run > 1) return []
  const message = {
    kind: 'payment failed',
    invoice: namedOf(invoice),
    tried: tried.map((attempt) => ({
      card: cardOf(attempt),
      code: attempt.decline?.code ?? null,
      declineCode: attempt.decline?.declineCode ?? null,
    })),
    nextTryAt: decision.do === 'wait' && tried.some(willBeTriedAgain) ? decision.until : null,
  } as const
  return [{ companyId, message, once: `failed/${invoice.id}/${run}` }]
}

export function namedOf({
  id,
  number,
  amountDue,
  currency,
}: Pick<Invoice, 'id' | 'number' | 'amountDue' | 'currency'>): InvoiceNamed {
  return { id, number, amount: amountDue, currency }
}

export function cardOf({ card: { brand, last4 } }: Pick<Attempt, 'card'>): CardNamed {
  return { brand, last4 }
}
