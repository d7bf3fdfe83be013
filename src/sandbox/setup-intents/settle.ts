// Answers that come later: the cardholder's to the 3-D Secure question, and the bank's after processing.
import type Stripe from 'stripe'
import { declines } from '../cards/declines.ts'
import { declineBody } from '../errors/card-error.ts'
import { unauthenticated } from '../intents/unauthenticated.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { factsOf, methodInPath } from '../payment-methods/find.ts'
import { proceed } from './confirm.ts'
import { failSetup } from './fail.ts'
import { setupFactsOf } from './setup-facts.ts'
import { succeed } from './succeed.ts'

export function settleAuthentication(
  ledger: Ledger,
  id: string,
  answer: 'passed' | 'failed',
): Stripe.SetupIntent | undefined {
  const intent = ledger.setupIntents.get(id)
  if (intent?.status !== 'requires_action') return undefined
  const method = methodOf(ledger, intent)
  if (answer === 'failed') return failSetup(ledger, intent, unauthenticated(intent, method))
  ledger.cardFacts.replace({ ...factsOf(ledger, method), authenticated: true })
  return proceed(ledger, { ...intent, next_action: null })
}

/** `how` overrides what was ordered. */
export function settleProcessing(
  ledger: Ledger,
  id: string,
  how?: 'succeed' | 'fail',
): Stripe.SetupIntent | undefined {
  const intent = ledger.setupIntents.get(id)
  if (intent?.status !== 'processing') return undefined
  const facts = setupFactsOf(ledger, intent)
  ledger.setupFacts.replace({ ...facts, settles: null })
  if ((how ?? facts.settles?.outcome) !== 'fail') return succeed(ledger, intent)
  const method = methodOf(ledger, intent)
  return failSetup(ledger, intent, { ...declineBody(declines.generic), payment_method: method })
}

function methodOf(ledger: Ledger, intent: Stripe.SetupIntent): Stripe.PaymentMethod {
  return methodInPath(ledger, referenceOf(intent.payment_method) ?? '')
}
