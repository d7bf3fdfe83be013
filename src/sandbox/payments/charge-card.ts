// Charging a card: whatever the bank says, there is a charge that tells of it.
import type Stripe from 'stripe'
import { behaviourNamed } from '../cards/behaviours.ts'
import { declines } from '../cards/declines.ts'
import type { ApiError } from '../errors/api-error.ts'
import { cardError, type Decline, declineBody } from '../errors/card-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { askBank } from '../payment-methods/ask-bank.ts'
import { factsOf } from '../payment-methods/find.ts'
import { newCharge } from './charge.ts'

/** Throws the card error where the bank declines; the failed charge is kept. */
export function chargeCard(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  holder: 'present' | 'away',
): Stripe.PaymentIntent {
  const decline = declineOf(ledger, method, holder)
  // A card that is on no customer is good for one attempt.
  if (method.customer === null) ledger.cardFacts.replace({ ...factsOf(ledger, method), spent: true })
  const charge = ledger.charges.add(newCharge(ledger, intent, method, decline))
  const attempted = { ...intent, latest_charge: charge.id, payment_method: method.id }
  if (decline) throw failed(ledger, attempted, method, charge, decline)
  const paid = ledger.paymentIntents.replace({
    ...attempted,
    amount_received: intent.amount,
    status: 'succeeded',
  })
  recordEvent(ledger, 'charge.succeeded', charge)
  recordEvent(ledger, 'payment_intent.succeeded', paid)
  return paid
}

/** Does the bank want to hear from the cardholder before it pays? */
export function asksHolder(ledger: Ledger, method: Stripe.PaymentMethod): boolean {
  const { behaviour, authenticated } = factsOf(ledger, method)
  const asks = behaviourNamed(behaviour).asksWhenCharged
  return asks === 'always' || (asks === 'unless_authenticated' && !authenticated)
}

function declineOf(
  ledger: Ledger,
  method: Stripe.PaymentMethod,
  holder: 'present' | 'away',
): Decline | undefined {
  const refused = askBank(ledger, method).decline
  if (refused) return refused
  if (holder === 'away' && asksHolder(ledger, method)) return declines.authenticationRequired
  const charging = behaviourNamed(factsOf(ledger, method).behaviour).charging
  return charging && declines[charging]
}

function failed(
  ledger: Ledger,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  charge: Stripe.Charge,
  decline: Decline,
): ApiError {
  const error: Stripe.PaymentIntent.LastPaymentError = {
    ...declineBody(decline),
    charge: charge.id,
    payment_method: method,
  }
  const unpaid = ledger.paymentIntents.replace({
    ...intent,
    last_payment_error: error,
    payment_method: null,
    status: 'requires_payment_method',
  })
  recordEvent(ledger, 'charge.failed', charge)
  recordEvent(ledger, 'payment_intent.payment_failed', unpaid)
  return cardError({
    ...declineBody(decline),
    charge: charge.id,
    payment_intent: unpaid,
    payment_method: method,
  })
}
