// What our own database keeps of invoices and of the attempts to charge them.

import type { Attempt, Decline, OpenOutcome, SettledOutcome } from '../invoices/attempt.ts'
import type { Invoice, InvoiceFacts, Rest, RestReason } from '../invoices/invoice.ts'
import type { NewMail } from '../mail/message.ts'
import type { InvoiceAtStripe } from './invoice-gateway.ts'

/** What is written before Stripe hears of it. */
export type NewAttempt = Pick<
  Attempt,
  | 'id'
  | 'invoiceId'
  | 'companyId'
  | 'number'
  | 'run'
  | 'card'
  | 'madeBy'
  | 'memberId'
  | 'address'
  | 'body'
  | 'amount'
  | 'currency'
  | 'startedAt'
> & {
  /** How many attempts of this card the decision knew that were declined or may yet be; see `declined`. */
  readonly seen: number
}

export interface Settlement {
  readonly outcome: SettledOutcome
  readonly decline: Decline | null
  readonly chargeId: string | null
  /** Where the attempt ends in review: why. */
  readonly why?: RestReason
  /** What Stripe said of the invoice with its answer. */
  readonly facts?: InvoiceFacts
  /** What was read to settle it: with it, whatever else was charged meanwhile is written down too. */
  readonly reading?: InvoiceAtStripe
}

export interface Resting {
  readonly kind: Rest
  readonly why: RestReason | null
  readonly run: number
  readonly until: number | null
}

export interface Invoices {
  /** Open ones first, then the newest; drafts are not shown. `skip`: how many of them come before. */
  list(
    companyId: string,
    part: { readonly skip: number; readonly limit: number },
  ): Promise<readonly Invoice[]>
  byId(companyId: string, invoiceId: string): Promise<Invoice | null>
  /** Open, automatic and tried in vain: the oldest first. */
  unpaid(companyId: string): Promise<readonly Invoice[]>
  /** Of all companies: which there are, and whose. */
  open(): Promise<readonly Pick<Invoice, 'id' | 'companyId'>[]>
  /** Of one invoice, first to last. */
  attempts(companyId: string, invoiceId: string): Promise<readonly Attempt[]>
  /** Those that were declined or may yet be, of all the company's invoices, first to last: what the caps count. */
  declined(companyId: string): Promise<readonly Attempt[]>

  /**
   * Takes over what Stripe said to a reading that began at `readAt`, unless a later one is here already, and finds
   * the charges that were not our doing. Mail about an invoice that turns out to be paid is written with it.
   */
  mirror(companyId: string, atStripe: InvoiceAtStripe, readAt: number, now: number): Promise<void>
  /** Stripe has it no more: a draft is deleted, and one that was open can be paid by nobody. */
  forget(companyId: string, invoiceId: string): Promise<void>

  /**
   * Durable once this resolves. 'overtaken', and nothing written, where the invoice has an attempt in flight or one of
   * that number, is not open any more or stands in review, or where the card is gone or about to go, is at its bank for another
   * invoice, or has more attempts than the decision knew of.
   */
  begin(attempt: NewAttempt, leaseUntil: number): Promise<Attempt | 'overtaken'>
  /** The answer, with all that follows from it. False where it was settled before. */
  settle(attemptId: string, settlement: Settlement, now: number): Promise<boolean>
  postpone(attemptId: string, outcome: OpenOutcome, nextTryAt: number): Promise<void>
  /** Takes up one attempt that nobody is at; null when none is due. */
  takeUp(now: number, leaseUntil: number): Promise<Attempt | null>

  /** What the fallback does for now, and the mail that says so, in one act. */
  rest(
    companyId: string,
    invoiceId: string,
    resting: Resting,
    mails: readonly NewMail[],
    now: number,
  ): Promise<void>
  /**
   * Unpaid ones with something to be done now, claimed until `leaseUntil`: the oldest of each company. A card is at its
   * bank for one invoice at a time, so that a company's others would only wait for this one.
   */
  due(
    now: number,
    leaseUntil: number,
    limit: number,
  ): Promise<readonly { companyId: string; invoiceId: string }[]>
  /** It may be claimed again from then on. */
  release(invoiceId: string, from: number): Promise<void>
  /** Where a person has to look, of all companies. */
  inReview(): Promise<readonly Invoice[]>
  /** A person looked: the fallback may go on. False where it was not in review, or nothing is left to go on with. */
  reviewed(invoiceId: string): Promise<boolean>
}

/** Numbers to be remembered by name. */
export interface Marks {
  read(name: string): Promise<number | null>
  write(name: string, value: number): Promise<void>
}
