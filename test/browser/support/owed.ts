// What a guest owes: the host product bills their company, and their cards behave as the test wants.

import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import { stripeOf } from '../../support/billing.ts'
import type { Guest, GuestOptions, Stage } from './stage.ts'

export const tokens = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']

/** Visa 4242, the default, Mastercard 4444 and American Express 0005, as many as there are behaviours. */
export async function guestWith(
  stage: Stage,
  behaviours: readonly BehaviourName[],
  options: GuestOptions = {},
): Promise<Guest> {
  // The bank's question comes up with its page: while one page still turns into the other, clicks would get lost.
  const calm = { reducedMotion: 'reduce' } as const
  const guest = await stage.guest({ ...calm, ...options, cards: tokens.slice(0, behaviours.length) })
  for (const [at, behaviour] of behaviours.entries()) behave(stage, guest, at, behaviour)
  return guest
}

/** From now on the card at this place behaves so. */
export function behave({ desk }: Stage, { cards }: Guest, at: number, behaviour: BehaviourName): void {
  desk.sandbox.control.changeBehaviour(cards[at] ?? '', behaviour)
}

export interface Owed {
  readonly id: string
  readonly number: string
}

/** An invoice that falls due, in cents; everything that follows from it by itself has been done then. */
export async function bill({ desk }: Stage, { customerId }: Guest, amount = 4900): Promise<Owed> {
  const stripe = stripeOf(desk)
  // It is our own tries that are told here, not Stripe's.
  desk.sandbox.control.changeRetries([])
  const item = { customer: customerId, amount, currency: 'eur', description: 'Team plan' }
  await stripe.invoiceItems.create(item)
  const { id } = await stripe.invoices.create({
    customer: customerId,
    auto_advance: true,
    pending_invoice_items_behavior: 'include',
  })
  const { number } = await stripe.invoices.finalizeInvoice(id, { auto_advance: true })
  await desk.settled()
  return { id, number: number ?? '' }
}

/** How often money was taken for it, and how often it was asked for, as Stripe's own ledger has it. */
export function inLedger({ desk }: Stage, { id }: Owed): { charges: number; attempts: number } {
  const [account] = desk.sandbox.control.book(id)
  return { charges: account?.charges.length ?? 0, attempts: account?.attempts.length ?? 0 }
}
