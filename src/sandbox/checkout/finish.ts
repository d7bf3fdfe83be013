// How a session ends: completed, or expired.
import type Stripe from 'stripe'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { cancelSetup } from '../setup-intents/change.ts'
import { isOpen } from '../setup-intents/unexpected-state.ts'

/** Undefined unless it is open and its visitor is done: the bank may still be at work, as Stripe says of `complete`. */
export function completeSession(ledger: Ledger, id: string): Stripe.Checkout.Session | undefined {
  const session = sessionKept(ledger, id)
  const intent = ledger.setupIntents.get(referenceOf(session?.setup_intent) ?? '')
  const done = intent?.status === 'succeeded' || intent?.status === 'processing'
  if (session?.status !== 'open' || !done) return undefined
  const completed = ledger.sessions.replace({ ...session, status: 'complete', url: null })
  recordEvent(ledger, 'checkout.session.completed', completed)
  return completed
}

export function expireSession(ledger: Ledger, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (session.status !== 'open') {
    throw invalidRequest(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ' +
        `\`${session.status}\`.`,
    )
  }
  const expired = ledger.sessions.replace({ ...session, status: 'expired', url: null })
  recordEvent(ledger, 'checkout.session.expired', expired)
  const intent = ledger.setupIntents.get(referenceOf(session.setup_intent) ?? '')
  if (intent && isOpen(intent)) cancelSetup(ledger, intent, null)
  return expired
}

/** It ends with its session and not by itself. Source: https://docs.stripe.com/api/setup_intents/cancel */
export function refuseIfOfSession(ledger: Ledger, intent: Stripe.SetupIntent): void {
  for (const { setup_intent } of ledger.sessions.newestFirst(referenceOf(intent.customer) ?? undefined)) {
    if (referenceOf(setup_intent) !== intent.id) continue
    throw invalidRequest(
      'You cannot cancel the SetupIntent for a Checkout Session. Expire the Checkout Session instead.',
    )
  }
}

/** Sessions expire by the clock; it is noticed when somebody looks. */
export function sessionKept(ledger: Ledger, id: string): Stripe.Checkout.Session | undefined {
  const session = ledger.sessions.get(id)
  const late = session?.status === 'open' && session.expires_at <= ledger.now()
  return session && late ? expireSession(ledger, session) : session
}
