// Back from the bank's 3-D Secure page.
import type Stripe from 'stripe'
import { faultOf } from './refusal.ts'
import { finish, intentIdOf, languageOf, openSession, showForm, type Visit } from './session.ts'
import { type Typed, untyped } from './typed.ts'

export function comeBackFromBank(visit: Visit): void {
  const session = openSession(visit)
  if (!session) return
  const intent = visit.flow.setupIntent(intentIdOf(session))
  if (intent?.status === 'succeeded' || intent?.status === 'processing') finish(visit, session)
  else {
    const refusal = intent?.last_setup_error
    const faults = refusal ? [faultOf(refusal, languageOf(visit, session))] : []
    showForm(visit, session, asLastTyped(refusal?.payment_method), faults)
  }
}

function asLastTyped(method: Stripe.PaymentMethod | undefined): Typed {
  const { name, address } = method?.billing_details ?? {}
  return {
    ...untyped,
    billingName: name ?? '',
    billingCountry: address?.country ?? '',
    billingPostalCode: address?.postal_code ?? '',
  }
}
