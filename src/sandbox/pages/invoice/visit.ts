// A visit to an invoice's page: seeing it, and paying with a typed card.
import type { Request, Response } from 'express'
import type Stripe from 'stripe'
import type { PaymentFlow } from '../../payment-flow.ts'
import { digitsOf } from '../browser/card/brands.js'
import { expiryOf } from '../browser/card/expiry.js'
import { protectHostedPage, protectQuestion } from '../headers.ts'
import { faultOf } from '../hosted/refusal.ts'
import { type Fault, faultsIn, readTyped, type Typed, untyped } from '../hosted/typed.ts'
import { type Language, languageFrom } from '../words/language.ts'
import { invoicePage, unknownPage } from './page.ts'
import { invoiceWords } from './words.ts'

export interface Visit {
  flow: PaymentFlow
  request: Request<{ invoice: string }>
  response: Response
}

export function showInvoice(visit: Visit): void {
  const invoice = invoiceOf(visit)
  if (invoice)
    show(visit, invoice, untyped, visit.request.query.redirect_status === 'failed' ? failed(visit) : [])
}

export function payInvoice(visit: Visit): void {
  const invoice = invoiceOf(visit)
  if (!invoice) return
  const typed = readTyped(visit.request.body)
  const faults = faultsIn(typed, languageOf(visit))
  if (stateOf(visit, invoice) !== 'payable' || faults.length > 0) show(visit, invoice, typed, faults)
  else pay(visit, invoice, typed)
}

function pay(visit: Visit, invoice: Stripe.Invoice, typed: Typed): void {
  const language = languageOf(visit)
  const paid = visit.flow.pay(invoice, confirmation(visit, typed))
  if (paid.outcome === 'refused') show(visit, invoice, typed, [faultOf(paid.error, language)])
  else {
    const bank = paid.intent.next_action?.redirect_to_url?.url
    protectQuestion(visit.response)
    visit.response.redirect(303, bank ? `${bank}?locale=${language}` : addressOf(visit))
  }
}

/** Undefined after answering that there is none. */
export function invoiceOf(visit: Visit): Stripe.Invoice | undefined {
  const invoice = visit.flow.invoice(visit.request.params.invoice)
  if (invoice) return invoice
  protectHostedPage(visit.response, undefined)
  visit.response.status(404).send(unknownPage(languageOf(visit)))
  return undefined
}

export function languageOf({ request }: Pick<Visit, 'request'>): Language {
  return languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
}

function show(visit: Visit, invoice: Stripe.Invoice, typed: Typed, faults: Fault[]): void {
  const [language, state] = [languageOf(visit), stateOf(visit, invoice)]
  // The form's answer may lead to the bank's page, which is the sandbox's too.
  protectHostedPage(visit.response, undefined)
  visit.response
    .status(faults.length > 0 ? 422 : 200)
    .send(invoicePage({ language, invoice, state, typed, faults }))
}

function stateOf({ flow }: Visit, invoice: Stripe.Invoice): 'payable' | 'processing' | 'paid' | 'void' {
  if (invoice.status === 'paid') return 'paid'
  if (invoice.status === 'void') return 'void'
  return flow.intentOf(invoice)?.status === 'processing' ? 'processing' : 'payable'
}

function failed(visit: Visit): Fault[] {
  const intent = visit.flow.paymentIntent(String(visit.request.query.payment_intent))
  const error = intent?.last_payment_error
  if (!error) return []
  const language = languageOf(visit)
  if (error.code !== 'payment_intent_authentication_failure') return [faultOf(error, language)]
  return [{ field: 'cardNumber', message: invoiceWords[language].unauthenticated }]
}

function confirmation(visit: Visit, typed: Typed) {
  const { month = 0, year = 0 } = expiryOf(typed.cardExpiry) ?? {}
  const [number, cvc] = [digitsOf(typed.cardNumber), digitsOf(typed.cardCvc)]
  return {
    card: { number, expMonth: month, expYear: year, cvc },
    billing: { name: typed.billingName },
    returnUrl: `${visit.request.protocol}://${visit.request.get('host')}${addressOf(visit)}`,
  }
}

function addressOf({ request }: Visit): string {
  return `/i/${encodeURIComponent(request.params.invoice)}?locale=${languageOf({ request })}`
}
