// The bank that issued a card is asked before it is saved: it declines, or says what it checked.
import type Stripe from 'stripe'
import { behaviourNamed } from '../cards/behaviours.ts'
import { declines } from '../cards/declines.ts'
import type { Decline } from '../errors/card-error.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { factsOf } from './find.ts'

export type BankAnswer = { decline: Decline } | { decline?: never; checked: Stripe.PaymentMethod }

export function askBank(ledger: Ledger, method: Stripe.PaymentMethod): BankAnswer {
  const behaviour = behaviourNamed(factsOf(ledger, method).behaviour)
  if (behaviour.saving) return { decline: declines[behaviour.saving] }
  const failing = behaviour.failingCheck
  const radar = ledger.radar.read()
  const checks = method.card?.checks
  if (failing === 'cvc' && checks?.cvc_check && radar.cvcCheckFails === 'block') {
    return { decline: declines.incorrectCvc }
  }
  if (
    failing === 'postal_code' &&
    checks?.address_postal_code_check &&
    radar.postalCodeCheckFails === 'block'
  ) {
    return { decline: declines.incorrectPostalCode }
  }
  return { checked: withChecks(method, failing) }
}

function withChecks(
  method: Stripe.PaymentMethod,
  failing: 'cvc' | 'postal_code' | undefined,
): Stripe.PaymentMethod {
  const { card } = method
  if (!card?.checks) return method
  const { address_line1_check, address_postal_code_check, cvc_check } = card.checks
  const checks = {
    address_line1_check: address_line1_check && 'pass',
    address_postal_code_check: address_postal_code_check && (failing === 'postal_code' ? 'fail' : 'pass'),
    cvc_check: cvc_check && (failing === 'cvc' ? 'fail' : 'pass'),
  }
  return { ...method, card: { ...card, checks } }
}
