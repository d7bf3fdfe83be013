// /v1/checkout/sessions
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { oneOf, text } from '../parameters/reader.ts'
import { createSession, newSessionFields } from './create.ts'
import { expireSession, sessionKept } from './finish.ts'

const status = oneOf('open', 'complete', 'expired')

export const sessionEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/v1/checkout/sessions',
    params: newSessionFields,
    required: ['mode', 'success_url'],
    answer: ({ ledger, params }) => createSession(ledger, params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/checkout/sessions',
    params: { ...pagination, created, customer: text, status },
    answer: ({ ledger, params }) =>
      listPage(
        {
          kind: 'checkout.session',
          url: '/v1/checkout/sessions',
          newestFirst: sessionsOf(ledger, params.customer),
          matches: (session) =>
            wasCreatedWithin(session, params.created) &&
            (params.status === undefined || session.status === params.status),
        },
        params,
      ),
  }),
  endpoint({
    method: 'get',
    path: '/v1/checkout/sessions/:id',
    params: {},
    answer: ({ ledger, path }) => sessionInPath(ledger, path('id')),
  }),
  endpoint({
    method: 'post',
    path: '/v1/checkout/sessions/:id/expire',
    params: {},
    answer: ({ ledger, path }) => expireSession(ledger, sessionInPath(ledger, path('id'))),
  }),
]

function sessionsOf(ledger: Ledger, customer: string | undefined): Stripe.Checkout.Session[] {
  const stored = [...ledger.sessions.newestFirst(customer)]
  return stored.map((session) => sessionKept(ledger, session.id) ?? session)
}

function sessionInPath(ledger: Ledger, id: string): Stripe.Checkout.Session {
  const session = sessionKept(ledger, id)
  if (!session) throw noSuch('checkout.session', id, 'session', 'path')
  return session
}
