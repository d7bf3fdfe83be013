import type { Request, Response } from 'express'
import type Stripe from 'stripe'
import type { SetupFlow } from '../../setup-flow.ts'
import { protectHostedPage } from '../headers.ts'
import { type Language, languageFrom, words } from '../words/language.ts'
import { formPage, lastPage } from './page.ts'
import { type Fault, type Typed, untyped } from './typed.ts'

export interface Visit {
  flow: SetupFlow
  request: Request<{ session: string }>
  response: Response
}

type Session = Stripe.Checkout.Session

export function showSession(visit: Visit): void {
  const session = openSession(visit)
  if (session) showForm(visit, session)
}

/** Undefined after answering for a session that takes no card any more, or that never was. */
export function openSession(visit: Visit): Session | undefined {
  const { flow, request, response } = visit
  const session = flow.checkoutSession(request.params.session)
  if (session?.status === 'open' && session.mode === 'setup') return session
  protectHostedPage(response, undefined)
  const language = languageOf(visit, session)
  if (session) {
    response.status(session.status === 'complete' ? 200 : 410).send(closedPage(flow, session, language))
  } else {
    const { unknown: title, unknownExplain: explanation } = words[language].hosted
    response.status(404).send(lastPage({ language, title, explanation }))
  }
  return undefined
}

export function showForm(visit: Visit, session: Session, typed: Typed = untyped, faults: Fault[] = []): void {
  const { flow, response } = visit
  const action = `/c/pay/${encodeURIComponent(session.id)}`
  const [language, cancelUrl] = [languageOf(visit, session), session.cancel_url]
  protectHostedPage(response, flow.successAddress(session))
  response
    .status(faults.length > 0 ? 422 : 200)
    .send(formPage({ language, action, cancelUrl, typed, faults }))
}

/** After the card is saved, for good: what comes of a second visit is the page that says so. */
export function finish({ flow, response }: Visit, session: Session): void {
  flow.completeSession(session.id)
  protectHostedPage(response, flow.successAddress(session))
  response.redirect(303, flow.successAddress(session))
}

export function languageOf({ request }: Visit, session: Session | undefined): Language {
  return languageFrom(session?.locale, () => request.acceptsLanguages('en', 'fr'))
}

export function intentIdOf({ setup_intent: intent }: Session): string {
  return typeof intent === 'string' ? intent : (intent?.id ?? '')
}

function closedPage(flow: SetupFlow, session: Session, language: Language): string {
  const { complete, completeExplain, onward, expired, expiredExplain, return: back } = words[language].hosted
  if (session.status === 'complete') {
    const link = { address: flow.successAddress(session), text: onward }
    return lastPage({ language, title: complete, explanation: completeExplain, link })
  }
  const link = session.cancel_url ? { address: session.cancel_url, text: back } : undefined
  return lastPage({ language, title: expired, explanation: expiredExplain, link })
}
