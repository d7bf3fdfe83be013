// Card data comes in, a payment method comes out; what the card will do is noted beside it.
import type Stripe from 'stripe'
import { type CardFacts, factsIdOf } from '../cards/card-facts.ts'
import { type Card, readCard } from '../cards/read-card.ts'
import { numberBehind } from '../cards/test-tokens.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { withMetadata } from '../parameters/metadata.ts'
import { cardInputOf, type MethodData, noBillingDetails, withBillingChanges } from './card-parameters.ts'
import { newPaymentMethod } from './payment-method.ts'

export function createPaymentMethod(ledger: Ledger, data: MethodData): Stripe.PaymentMethod {
  const card = readCard(cardInputOf(data), ledger.fingerprintKey.read(), today(ledger))
  const billing = withBillingChanges(noBillingDetails, data.billing_details ?? {})
  const method = newPaymentMethod(ledger, card, billing)
  method.metadata = withMetadata({}, data.metadata)
  if (data.allow_redisplay) method.allow_redisplay = data.allow_redisplay
  return keep(ledger, method, card)
}

/** A test payment method such as `pm_card_visa` is a new card each time it is named. */
export function createFromTestToken(ledger: Ledger, token: string): Stripe.PaymentMethod | undefined {
  const number = numberBehind(token)
  if (!number) return undefined
  const year = today(ledger).getUTCFullYear() + 1
  const month = today(ledger).getUTCMonth() + 1
  const cvc = number.startsWith('37') ? '1234' : '123'
  const input = { number, exp_month: month, exp_year: year, cvc }
  const card = readCard(input, ledger.fingerprintKey.read(), today(ledger))
  return keep(ledger, newPaymentMethod(ledger, card, noBillingDetails), card)
}

function keep(ledger: Ledger, method: Stripe.PaymentMethod, card: Card): Stripe.PaymentMethod {
  const facts: CardFacts = {
    id: factsIdOf(method.id),
    behaviour: card.behaviour,
    authenticated: false,
    spent: false,
  }
  ledger.cardFacts.add(facts)
  return ledger.paymentMethods.add(method)
}

function today(ledger: Ledger): Date {
  return new Date(ledger.now() * 1000)
}
