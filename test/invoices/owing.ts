// Atelier Lumière owes 49.00 € that Stripe could not take from its default card; the others are still to be asked.
import type { Attempt, Decline } from '../../src/invoices/attempt.ts'
import { collectDue } from '../../src/invoices/collect-due.ts'
import { type Collected, collectInvoice } from '../../src/invoices/collect-invoice.ts'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { refreshInvoice } from '../../src/invoices/refresh-invoice.ts'
import { settleOneUnknown } from '../../src/invoices/settle-unknown.ts'
import type { CardFacts } from '../../src/payment-methods/payment-method.ts'
import type { ChargeAnswer, ChargeAtStripe, InvoiceAtStripe } from '../../src/ports/invoice-gateway.ts'
import {
  aCharge,
  aDecline,
  atelier,
  day,
  hour,
  invoiceAtStripe,
  noon,
  someFacts,
} from '../support/builders.ts'
import type { Desk } from '../support/desk.ts'

export const charging = { schedule: [3 * day, 5 * day, 7 * day] }

export class Owing {
  readonly desk: Desk
  readonly cards: readonly CardFacts[]
  /** Each charge that left us, with its key: `key body`. */
  readonly sent: string[] = []

  constructor(desk: Desk, cards: readonly CardFacts[]) {
    this.desk = desk
    this.cards = cards
    const pay = desk.gateway.pay.bind(desk.gateway)
    desk.gateway.pay = (invoiceId, body, key) => {
      this.sent.push(`${key} ${body}`)
      return pay(invoiceId, body, key)
    }
  }

  get atStripe(): InvoiceAtStripe {
    return this.desk.gateway.invoices.get('in_1') ?? invoiceAtStripe()
  }

  set atStripe(invoice: InvoiceAtStripe) {
    this.desk.gateway.invoices.set('in_1', invoice)
  }

  /** The bank says yes to the next charge that arrives. */
  pays(changes: { facts?: Partial<Invoice>; customerId?: string } = {}): void {
    this.answers((card) => {
      const charge = aCharge({ card, outcome: 'paid', at: this.desk.clock.now() })
      this.tell(charge, { status: 'paid', ...changes.facts })
      const { facts, customerId } = this.atStripe
      return {
        answer: 'paid',
        facts,
        customerId,
        chargeId: charge.id,
        ...(changes.customerId && { customerId: changes.customerId }),
      }
    })
  }

  /** … and no. */
  declines(decline: Decline = aDecline('insufficient_funds')): void {
    this.answers((card) => {
      const charge = aCharge({ card, decline, at: this.desk.clock.now() })
      this.tell(charge)
      return { answer: 'declined', decline, chargeId: charge.id }
    })
  }

  /** … and that it has to hear from the cardholder. */
  asks(): void {
    this.answers((card) => {
      this.atStripe = { ...this.atStripe, asks: card, paymentCardId: card.id }
      return { answer: 'needs cardholder', decline: null, chargeId: null }
    })
  }

  /** … and nothing yet. */
  takesItsTime(): void {
    this.answers((card) => {
      const facts = { ...this.atStripe.facts, payment: 'processing' as const }
      this.atStripe = { ...this.atStripe, facts, paymentCardId: card.id }
      return { answer: 'look' }
    })
  }

  answers(answer: ChargeAnswer | ((card: CardFacts) => ChargeAnswer)): void {
    this.desk.gateway.charging.push(() => (typeof answer === 'function' ? answer(this.#cardSent()) : answer))
  }

  /** Stripe knows of this charge from now on. */
  tell(charge: ChargeAtStripe, facts: Partial<Invoice> = {}): void {
    const { charges, facts: before } = this.atStripe
    const after = invoiceAtStripe({ facts: { ...before, ...(facts.status === 'paid' && paid), ...facts } })
    this.atStripe = { ...this.atStripe, facts: after.facts, asks: null, charges: [...charges, charge] }
  }

  #cardSent(): CardFacts {
    const call = this.desk.gateway.calls.findLast((each) => each.startsWith('pay ')) ?? ''
    const card = this.cards.find(({ id }) => call.includes(`"${id}"`))
    if (!card) throw new Error(`no card in ${call}`)
    return card
  }

  collect(): Promise<Collected> {
    return collectInvoice(this.desk, atelier, 'in_1', charging)
  }

  async invoice(): Promise<Invoice> {
    const invoice = await this.desk.store.invoices.byId('atelier', 'in_1')
    if (!invoice) throw new Error('the invoice is not there')
    return invoice
  }

  attempts(): Promise<readonly Attempt[]> {
    return this.desk.store.invoices.attempts('atelier', 'in_1')
  }

  /** `card: outcome` of each, after Stripe's own. */
  async told(): Promise<string[]> {
    return (await this.attempts()).slice(1).map(({ card, outcome }) => `${card.id}: ${outcome}`)
  }
}

const paid = { payment: 'paid', amountPaid: 4900, amountRemaining: 0, paidAt: noon } as const

/** With `backups` beside the default, which Stripe has just tried in vain: pm_default, pm_1st, pm_2nd, pm_3rd. */
export async function owing(fresh: () => Promise<Desk>, backups = 2): Promise<Owing> {
  const ids = ['pm_default', 'pm_1st', 'pm_2nd', 'pm_3rd'].slice(0, backups + 1)
  const cards = ids.map((id) => someFacts({ id }))
  const desk = await (await fresh()).withCards(...cards)
  const at = new Owing(desk, cards)
  const [first = someFacts()] = cards
  at.atStripe = invoiceAtStripe({ charges: [aCharge({ id: 'ch_stripe', card: first, at: noon - hour / 2 })] })
  await refreshInvoice(desk, atelier, 'in_1')
  desk.gateway.calls.length = 0
  return at
}

/** One round of the background: what is unknown, and then what is due. */
export async function round({ desk }: Owing, report: (error: unknown) => void = fail): Promise<void> {
  while ((await settleOneUnknown(desk)) !== null);
  await collectDue(desk, charging, report)
}

function fail(error: unknown): never {
  throw error
}
