// An event is written in the transaction of the change that it tells of, so neither is ever without the other.
import type Stripe from 'stripe'
import { ApiVersion } from '../api/version.ts'
import { eventId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function recordEvent(
  ledger: Ledger,
  type: Stripe.Event['type'],
  object: object,
  previous?: object,
): void {
  const event: Stripe.EventBase = {
    id: eventId(),
    object: 'event',
    api_version: ApiVersion,
    created: ledger.now(),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: 0,
    request: ledger.cause,
    type,
  }
  ledger.events.add(event)
  ledger.onEvent(event)
}
