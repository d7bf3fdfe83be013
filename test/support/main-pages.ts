// The pages that people use, in a company with something on each: what is weighed and measured of the running app.

import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from './billing.ts'
import { cookieOf } from './by-hand.ts'
import type { Desk } from './running-desk.ts'

export interface MainPage {
  readonly name: string
  readonly path: string
  readonly isSignedIn: boolean
  /** It carries Stripe.js, which Stripe sends. */
  readonly hasStripe: boolean
  readonly status: number
}

/** Alice of Atelier Lumière, signed in, with five cards; her cookie. */
export async function withFiveCards(desk: Desk): Promise<string> {
  const known = await desk.ports.store.members.byEmail('alice@atelier.example')
  const alice = known && (await desk.ports.store.members.actor(known.member.id, null))
  if (!alice) throw new Error('Alice is not there')
  const attach = attachTrialCard({ ...desk.keys, timeout: 5_000 })
  for (const token of ['pm_card_amex', 'pm_card_visa_debit', 'pm_card_mastercard_debit']) {
    await attach(token, alice.company.stripeCustomerId ?? '')
  }
  await refreshWallet(desk.ports, alice.company)
  await desk.settled()
  return cookieOf(desk)
}

/** Of a company with five cards and two invoices: one that a backup paid, and one whose bank asks its cardholder. */
export async function mainPages(desk: Desk): Promise<readonly MainPage[]> {
  const { bill, companyId } = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(companyId)
  const [first = '', second = ''] = methods.map(({ id }) => id)
  desk.sandbox.control.changeRetries([])
  desk.sandbox.control.changeBehaviour(first, 'insufficient_funds_when_charged')
  const paid = await bill()
  await desk.settled()
  for (const { id } of methods) desk.sandbox.control.changeBehaviour(id, 'asks_always')
  const asked = await bill()
  await desk.settled()
  return [
    page('sign-in', paths.signIn, { isSignedIn: false }),
    page('list with five cards', paths.paymentMethods),
    page('add a card', paths.newPaymentMethod, { hasStripe: true }),
    page('remove a card', paths.removal(second)),
    page('billing details', paths.billingDetails),
    page('invoices', paths.invoices),
    page('one invoice', paths.invoice(paid)),
    page('pay an invoice', paths.payment(asked)),
    page('confirm a payment', paths.confirmation(asked), { hasStripe: true }),
    page('users', paths.users),
    page('activity log', paths.activity),
    page('account', paths.account),
    page('second factor', paths.secondFactor),
    page('a guide', paths.help.abroad),
    page('not found', '/nowhere', { status: 404 }),
  ]
}

export function page(name: string, path: string, more: Partial<MainPage> = {}): MainPage {
  return { name, path, isSignedIn: true, hasStripe: false, status: 200, ...more }
}
