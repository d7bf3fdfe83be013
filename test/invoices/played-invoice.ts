// An invoice as it is played by the model tests: its company's cards, what the banks say, and the clock.
import { type Attempt, bodyOf, type Decline, isOpen, keyOf } from '../../src/invoices/attempt.ts'
import { type Decision, decide, nextNumber, type Situation } from '../../src/invoices/fallback.ts'
import type { Invoice, Rest, RestReason } from '../../src/invoices/invoice.ts'
import { reconcile } from '../../src/invoices/reconcile-charges.ts'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { aCharge, aDecline, anInvoice, aWallet, day, invoiceAtStripe, noon } from '../support/builders.ts'

/** What a bank says, and the code that it says it with. */
export const answers = {
  paid: null,
  dead: aDecline('lost_card'),
  'dead by advice': aDecline('insufficient_funds', { adviceCode: 'do_not_try_again' }),
  later: aDecline('insufficient_funds'),
  once: aDecline('unheard_of'),
  cardholder: aDecline('authentication_required'),
  stop: aDecline('invalid_amount'),
  review: aDecline('fraudulent'),
  undone: null,
  unexpected: null,
  unknown: null,
} satisfies Record<string, Decline | null>
export type Answer = keyof typeof answers
export type Refusal = Exclude<Answer, 'paid' | 'undone' | 'unexpected' | 'unknown'>

/** Longer than there may be runs. */
export const schedule = [3 * day, 5 * day, 7 * day, 2 * day, 2 * day]

export class PlayedInvoice {
  invoice: Invoice = anInvoice()
  attempts: readonly Attempt[] = []
  /** Of other invoices of the company. */
  elsewhere: readonly Attempt[] = []
  methods: readonly PaymentMethod[]
  now = noon

  constructor(methods: readonly PaymentMethod[]) {
    this.methods = methods
  }

  get situation(): Situation {
    const { invoice, attempts, methods, now } = this
    const declined = [...this.elsewhere, ...attempts].filter(isRefused)
    return { invoice, attempts, declined, wallet: aWallet(...methods), now, schedule }
  }

  decide(): Decision {
    return decide(this.situation)
  }

  /** Asked with this card, by us or by a member. */
  ask(card: PaymentMethod, run: number, answer: Answer, memberId: string | null = null): void {
    const number = nextNumber(this.attempts)
    const madeBy = memberId === null ? 'guichet' : 'member'
    const attempt: Attempt = {
      ...{ id: keyOf(this.invoice.id, card.id, number), invoiceId: this.invoice.id, companyId: 'atelier' },
      ...{
        number,
        run,
        card,
        madeBy,
        memberId,
        address: null,
        body: bodyOf(card.id, madeBy),
        amount: 4900,
        currency: 'eur',
      },
      ...{
        startedAt: this.now,
        outcome: 'unknown',
        decline: null,
        chargeId: null,
        settledAt: null,
        tries: 1,
      },
    }
    this.attempts = [...this.attempts, attempt]
    if (madeBy === 'guichet') this.invoice = { ...this.invoice, run, rest: null }
    if (answer !== 'unknown') this.settle(answer)
  }

  settle(answer: Exclude<Answer, 'unknown'>): void {
    const open = this.attempts.find(isOpen)
    if (!open) return
    const outcome = outcomeOf(answer)
    const chargeId = outcome === 'undone' ? null : `ch_${open.id}`
    const settled = { ...open, outcome, decline: answers[answer], chargeId, settledAt: this.now }
    this.attempts = this.attempts.map((attempt) => (attempt === open ? settled : attempt))
    if (outcome === 'paid') this.invoice = { ...this.invoice, status: 'paid', amountRemaining: 0 }
    if (outcome === 'review') this.rest('review', 'unexpected amount', this.invoice.run, null)
  }

  rest(kind: Rest, why: RestReason | null, run: number, until: number | null): void {
    this.invoice = { ...this.invoice, run, rest: { kind, why, until } }
  }

  restAs(decision: Decision): void {
    const { run } = this.invoice
    if (decision.do === 'stop') this.rest('stopped', decision.why, run, null)
    else if (decision.do === 'review') this.rest('review', decision.why, run, null)
    else if (decision.do === 'ask cardholder') this.rest('cardholder', null, decision.run, decision.until)
    else if (decision.do === 'wait' && decision.why === 'next run')
      this.rest('next run', null, decision.run, decision.until)
  }

  /** Stripe tries the card by itself, and we read what came of it. */
  chargedByStripe(card: PaymentMethod, decline: Decline): void {
    if (this.attempts.some(isOpen)) return
    const atStripe = invoiceAtStripe({ charges: [aCharge({ card, at: this.now, decline })] })
    const { found, claims, run } = reconcile(this.invoice, this.attempts, atStripe, this.now)
    const claimed = (attempt: Attempt): Attempt => {
      const claim = claims.find(({ attemptId }) => attemptId === attempt.id)
      return claim ? { ...attempt, chargeId: claim.chargeId, outcome: claim.outcome, decline } : attempt
    }
    this.attempts = [...this.attempts.map(claimed), ...found]
    const kind = this.invoice.rest?.kind
    const opens = run > this.invoice.run && kind !== 'stopped' && kind !== 'review'
    if (opens) this.invoice = { ...this.invoice, run, rest: null }
  }

  reviewed(): void {
    this.invoice = { ...this.invoice, rest: null, reviewedTo: nextNumber(this.attempts) - 1 }
  }
}

export function isRefused({ outcome }: Attempt): boolean {
  return outcome === 'declined' || outcome === 'needs cardholder'
}

function outcomeOf(answer: Exclude<Answer, 'unknown'>): Attempt['outcome'] {
  if (answer === 'paid' || answer === 'undone') return answer
  if (answer === 'unexpected') return 'review'
  return answer === 'cardholder' ? 'needs cardholder' : 'declined'
}

/** Plays on until there is nothing to be charged: the cards, in the order in which they were asked. */
export function playRun(played: PlayedInvoice, said: Partial<Record<string, Answer>> = {}): string[] {
  const asked: string[] = []
  for (let decision = played.decide(); decision.do === 'charge'; decision = played.decide()) {
    asked.push(decision.card.id)
    played.ask(decision.card, decision.run, said[decision.card.id] ?? 'later')
  }
  played.restAs(played.decide())
  return asked
}
