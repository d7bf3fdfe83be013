// Confirming a setup intent: the bank is asked, and perhaps its customer; then the card is saved, or is not.
import type Stripe from 'stripe'
import { behaviourNamed } from '../cards/behaviours.ts'
import { recordEvent } from '../events/record-event.ts'
import { authenticationStep, type Way } from '../intents/next-action.ts'
import { setupAttemptId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { askBank } from '../payment-methods/ask-bank.ts'
import { factsOf } from '../payment-methods/find.ts'
import { refuseSetup } from './fail.ts'
import { setupFactsOf } from './setup-facts.ts'
import { succeed } from './succeed.ts'
import { refuseUnlessConfirmable } from './unexpected-state.ts'

/** Throws the card error where the bank declines; what happened until then is kept. */
export function confirmSetup(
  ledger: Ledger,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  way: Way,
): Stripe.SetupIntent {
  refuseUnlessConfirmable(intent)
  const attempt: Stripe.SetupIntent = {
    ...intent,
    last_setup_error: null,
    latest_attempt: setupAttemptId(),
    next_action: null,
    payment_method: method.id,
  }
  ledger.setupFacts.replace({ ...setupFactsOf(ledger, intent), returnUrl: way.returnUrl })
  const answer = askBank(ledger, method)
  if (answer.decline) throw refuseSetup(ledger, attempt, method, answer.decline)
  ledger.paymentMethods.replace(answer.checked)
  if (behaviourNamed(factsOf(ledger, method).behaviour).asksWhenSaved) return ask(ledger, attempt, way)
  return proceed(ledger, attempt)
}

function ask(ledger: Ledger, intent: Stripe.SetupIntent, way: Way): Stripe.SetupIntent {
  const asking = ledger.setupIntents.replace({
    ...intent,
    status: 'requires_action',
    next_action: authenticationStep(ledger.origin, intent, way),
  })
  recordEvent(ledger, 'setup_intent.requires_action', asking)
  return asking
}

/** Nothing stands in the way any more, but an order may make it slow. */
export function proceed(ledger: Ledger, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  const order = ledger.processing.read()
  if (order.times === 0) return succeed(ledger, intent)
  ledger.processing.write({ ...order, times: order.times - 1 })
  const at = order.afterMs === undefined ? null : Date.now() + order.afterMs
  ledger.setupFacts.replace({ ...setupFactsOf(ledger, intent), settles: { outcome: order.outcome, at } })
  ledger.onProcessing(intent.id, at)
  return ledger.setupIntents.replace({ ...intent, status: 'processing' })
}
