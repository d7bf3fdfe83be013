// Stripe took money for an attempt. It is paid if all of it is as it was asked for; anything else is for a person.

import type { Company } from '../company/company.ts'
import type { Settlement } from '../ports/invoices.ts'
import type { Attempt } from './attempt.ts'
import type { InvoiceFacts } from './invoice.ts'

export interface Taken {
  readonly facts: InvoiceFacts
  readonly customerId: string | null
  readonly chargeId: string | null
}

export function paidSettlement(attempt: Attempt, company: Company | null, taken: Taken): Settlement {
  const { facts, chargeId } = taken
  // What is said of another invoice does not go into our books.
  const paid = { decline: null, chargeId, ...(facts.id === attempt.invoiceId && { facts }) }
  return isAsExpected(attempt, company, taken)
    ? { ...paid, outcome: 'paid' }
    : { ...paid, outcome: 'review', why: 'unexpected amount' }
}

function isAsExpected(attempt: Attempt, company: Company | null, { facts, customerId }: Taken): boolean {
  return (
    facts.id === attempt.invoiceId &&
    facts.status === 'paid' &&
    facts.currency === attempt.currency &&
    facts.amountRemaining === 0 &&
    facts.amountPaid >= attempt.amount &&
    facts.amountPaid <= facts.amountDue &&
    company !== null &&
    customerId === company.stripeCustomerId
  )
}
