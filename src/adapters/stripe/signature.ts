// Stripe's signature over an event, checked on the bytes that came.

import Stripe from 'stripe'
import type { InboxEvent } from '../../ports/store.ts'
import type { SignedEvent, VerifyEvent } from '../../stripe-events/receive.ts'
import { idOf } from './translate.ts'

const tolerance = 300 // seconds; Stripe's own default

/** With several secrets, while one is rolled, any of them will do. */
export function verifyWith(secrets: readonly string[], now: () => number): VerifyEvent {
  return (body, header) => {
    if (header === undefined || saysNothing(header) || isFromTheFuture(header, now())) return null
    for (const secret of secrets) {
      const event = construct(body, header, secret, now())
      if (event) return toSignedEvent(event)
    }
    return null
  }
}

function construct(body: Buffer, header: string, secret: string, now: number): Stripe.Event | null {
  try {
    return Stripe.webhooks.constructEvent(body, header, secret, tolerance, undefined, now)
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
      return null
    throw error
  }
}

// The SDK does not refuse an empty signature, it fails over it.
function saysNothing(header: string): boolean {
  return header.split(',').some((part) => !/^\w+=\S+$/.test(part))
}

// The SDK refuses what is too old, not what claims to be from tomorrow and would then be good all day. Where the
// time is said twice it goes by the last, so that it may be said but once.
function isFromTheFuture(header: string, now: number): boolean {
  const [signedAt, ...others] = header.split(',').filter((part) => part.startsWith('t='))
  if (signedAt === undefined || others.length > 0 || !/^t=\d{1,12}$/.test(signedAt)) return true
  return Number(signedAt.slice(2)) - now / 1000 > tolerance
}

function toSignedEvent(event: Stripe.Event): SignedEvent {
  return { ...toInboxEvent(event), livemode: event.livemode, account: event.account ?? null }
}

export function toInboxEvent(event: Stripe.Event): InboxEvent {
  const object: { id?: unknown; object?: unknown; customer?: unknown } = { ...event.data?.object }
  const objectId = typeof object.id === 'string' ? object.id : null
  const customer = object.object === 'customer' ? objectId : customerOf(object.customer)
  return {
    id: event.id,
    type: event.type,
    objectId,
    customerId: customer ?? previousCustomer(event.data?.previous_attributes),
    createdAt: event.created * 1000,
  }
}

function customerOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? idOf(value.id) : null
}

// A detached card belongs to nobody any more; whose it was stands among its previous attributes.
function previousCustomer(attributes: unknown): string | null {
  if (typeof attributes !== 'object' || attributes === null || !('customer' in attributes)) return null
  return customerOf(attributes.customer)
}
