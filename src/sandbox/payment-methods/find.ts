// Finding payment methods, and what is known of their cards.
import type Stripe from 'stripe'
import { type CardFacts, factsIdOf } from '../cards/card-facts.ts'
import { invalidRequest, noSuch } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { createFromTestToken } from './create.ts'

export function methodInPath(ledger: Ledger, id: string): Stripe.PaymentMethod {
  const method = ledger.paymentMethods.get(id)
  if (!method) throw noSuch('PaymentMethod', id, 'payment_method', 'path')
  return method
}

/** An id, or one of the test tokens, which stand for a new card. */
export function usableMethod(ledger: Ledger, id: string, where: 'path' | 'parameters'): Stripe.PaymentMethod {
  const method = ledger.paymentMethods.get(id) ?? createFromTestToken(ledger, id)
  if (!method) throw noSuch('PaymentMethod', id, 'payment_method', where)
  if (!factsOf(ledger, method).spent) return method
  throw invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared ' +
      'with a connected account without Customer attachment, or was detached from a Customer. It may not be ' +
      'used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { param: 'payment_method' },
  )
}

export function factsOf(ledger: Ledger, method: Stripe.PaymentMethod): CardFacts {
  const facts = ledger.cardFacts.get(factsIdOf(method.id))
  if (!facts) throw new Error(`Nothing is known of the card behind ${method.id}.`)
  return facts
}
