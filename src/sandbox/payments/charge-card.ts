// Charging a card: whatever the bank says, there is a charge that tells of it.
import type Stripe from 'stripe'
import { behaviourNamed } from '../cards/behaviours.ts'
import { declines } from '../cards/declines.ts'
import type { Decline } from '../errors/card-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { askBank } from '../payment-methods/ask-bank.ts'
import { factsOf } from '../payment-methods/find.ts'
import { recordAttempt } from './attempts.ts'
import { newCharge } from './charge.ts'
import { declinePayment } from './decline-payment.ts'
import { isSlow, startProcessing } from './processing.ts'

/** Who is there when the card is charged: its holder, its holder just confirmed by the bank, or nobody. */
export type Holder = 'present' | 'confirmed' | 'away'

/** Throws the card error where the bank declines; the failed charge is kept. */
export function chargeCard(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  holder: Holder,
): Stripe.PaymentIntent {
  const decline = declineOf(ledger, method, holder)
  // A card that is on no customer is good for one attempt.
  if (method.customer === null) ledger.cardFacts.replace({ ...factsOf(ledger, method), spent: true })
  if (decline) throw declinePayment(ledger, intent, method, decline)
  if (isSlow(ledger)) return startProcessing(ledger, intent, method)
  return takeMoney(ledger, intent, method)
}

export function takeMoney(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const charge = ledger.charges.add(newCharge(ledger, intent, method, undefined))
  const paid = ledger.paymentIntents.replace({
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: 'succeeded',
  })
  recordAttempt(ledger, intent, method.id, { result: 'succeeded', charge: charge.id })
  recordEvent(ledger, 'charge.succeeded', charge)
  recordEvent(ledger, 'payment_intent.succeeded', paid)
  ledger.onPayment(paid)
  return paid
}

/** Does the bank want to hear from the cardholder before it pays? */
export function asksHolder(ledger: Ledger, method: Stripe.PaymentMethod): boolean {
  const { behaviour, authenticated } = factsOf(ledger, method)
  const asks = behaviourNamed(behaviour).asksWhenCharged
  return asks === 'always' || (asks === 'unless_authenticated' && !authenticated)
}

/** Must an invoice be declined, and not wait for the cardholder, while they are away? */
export function declinesWhenAway(ledger: Ledger, method: string): boolean {
  const kept = ledger.paymentMethods.get(method)
  return kept !== undefined && behaviourNamed(factsOf(ledger, kept).behaviour).declinesWhenAway === true
}

function declineOf(ledger: Ledger, method: Stripe.PaymentMethod, holder: Holder): Decline | undefined {
  const refused = askBank(ledger, method).decline
  if (refused) return refused
  if (holder === 'away' && asksHolder(ledger, method)) return declines.authenticationRequired
  const charging = behaviourNamed(factsOf(ledger, method).behaviour).charging
  return charging && declines[charging]
}
