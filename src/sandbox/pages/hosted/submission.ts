import type Stripe from 'stripe'
import type { CardConfirmation } from '../../setup-flow.ts'
import { digitsOf } from '../browser/card/brands.js'
import { expiryOf } from '../browser/card/expiry.js'
import { protectHostedPage } from '../headers.ts'
import { faultOf } from './refusal.ts'
import { finish, intentIdOf, languageOf, openSession, showForm, type Visit } from './session.ts'
import { faultsIn, readTyped, type Typed } from './typed.ts'

export function submitCard(visit: Visit): void {
  const session = openSession(visit)
  if (!session) return
  const typed = readTyped(visit.request.body)
  const faults = faultsIn(typed, languageOf(visit, session))
  if (faults.length > 0) showForm(visit, session, typed, faults)
  else confirm(visit, session, typed)
}

function confirm(visit: Visit, session: Stripe.Checkout.Session, typed: Typed): void {
  const confirmed = visit.flow.confirmSetupIntent(intentIdOf(session), confirmation(typed, returnUrl(visit)))
  const refused = confirmed.outcome === 'refused'
  const bank = refused ? undefined : confirmed.setupIntent.next_action?.redirect_to_url?.url
  if (refused) showForm(visit, session, typed, [faultOf(confirmed.error, languageOf(visit, session))])
  else if (bank) sendTo(bank, visit, session)
  else finish(visit, session)
}

function sendTo(bank: string, visit: Visit, session: Stripe.Checkout.Session): void {
  const address = new URL(bank)
  address.searchParams.set('locale', languageOf(visit, session))
  protectHostedPage(visit.response, visit.flow.successAddress(session))
  visit.response.redirect(303, address.href)
}

function confirmation(typed: Typed, returnUrl: string): CardConfirmation {
  const { month = 0, year = 0 } = expiryOf(typed.cardExpiry) ?? {}
  return {
    card: {
      number: digitsOf(typed.cardNumber),
      expMonth: month,
      expYear: year,
      cvc: digitsOf(typed.cardCvc),
    },
    billing: {
      name: typed.billingName,
      ...(typed.billingCountry && { country: typed.billingCountry }),
      ...(typed.billingPostalCode && { postalCode: typed.billingPostalCode }),
    },
    returnUrl,
  }
}

function returnUrl({ request }: Visit): string {
  return `${request.protocol}://${request.get('host')}/c/pay/${encodeURIComponent(request.params.session)}/return`
}
