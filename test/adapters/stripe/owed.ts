// A customer who owes 49.00 €, with cards that their banks treat as a test wants, through the real SDK on the sandbox.
import { stripeGateway } from '../../../src/adapters/stripe/gateway.ts'
import { bodyOf } from '../../../src/invoices/attempt.ts'
import type { ChargeAnswer } from '../../../src/ports/invoice-gateway.ts'
import type { PaymentGateway } from '../../../src/ports/payment-gateway.ts'
import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import { addCard, billed, openFor } from '../../sandbox/billed.ts'
import { type Started, start } from '../../sandbox/start.ts'

export interface Owed extends Started {
  readonly gateway: PaymentGateway
  readonly customer: string
  /** Open, and not charged by Stripe itself. */
  readonly invoice: string
  readonly card: string
  /** As we charge a backup, with a key for each card. */
  pay(card?: string, key?: string): Promise<ChargeAnswer>
}

export async function owed(behaviour: BehaviourName = 'succeeds', timeout = 5_000): Promise<Owed> {
  const started = await start()
  const gateway = stripeGateway({ secretKey: 'sk_test_x', apiUrl: new URL(started.url), timeout })
  const { customer } = await billed(started, 'succeeds')
  const card = await addCard(started, customer, behaviour)
  const invoice = await openFor(started, customer)
  const pay = (which = card, key = `charge/${which}`) => gateway.pay(invoice, bodyOf(which, 'guichet'), key)
  return { ...started, gateway, customer, invoice, card, pay }
}

export function chargesOf({ sandbox, invoice }: Pick<Owed, 'sandbox' | 'invoice'>): number {
  return sandbox.control.book(invoice)[0]?.charges.length ?? 0
}
