// /v1/events
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { noSuch } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { created, wasCreatedWithin } from '../parameters/created.ts'
import { type Hash, list } from '../parameters/hash.ts'
import { flag, text } from '../parameters/reader.ts'

const filter = { created, delivery_success: flag, type: text, types: list(text) }

export const eventEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/events',
    params: { ...pagination, ...filter },
    answer: ({ ledger, params }) => {
      const page = listPage(
        {
          kind: 'event',
          url: '/v1/events',
          newestFirst: ledger.events.newestFirst(),
          matches: (event) => fits(ledger, event, params),
        },
        params,
      )
      return { ...page, data: page.data.map((event) => withPending(ledger, event)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/events/:id',
    params: {},
    answer: ({ ledger, path }) => {
      const event = ledger.events.get(path('id'))
      if (!event) throw noSuch('event', path('id'), 'id', 'path')
      return withPending(ledger, event)
    },
  }),
]

function fits(ledger: Ledger, event: Stripe.EventBase, wanted: Hash<typeof filter, never>): boolean {
  return (
    wasCreatedWithin(event, wanted.created) &&
    (wanted.type === undefined || isOfType(event.type, wanted.type)) &&
    (wanted.types?.some((type) => isOfType(event.type, type)) ?? true) &&
    (wanted.delivery_success === undefined ||
      wanted.delivery_success === ledger.deliveries.allDelivered(event.id))
  )
}

/** `payment_method.*` is every type that begins so. */
function isOfType(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}

function withPending(ledger: Ledger, event: Stripe.EventBase): Stripe.EventBase {
  return { ...event, pending_webhooks: ledger.deliveries.pendingOf(event.id) }
}
