// Changing a saved card: by its owner, or by the card network.
import type Stripe from 'stripe'
import { readExpiry } from '../cards/expiry.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { previousAttributes } from '../ledger/previous-attributes.ts'
import { type Hash, hash } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { anyText, clearableText } from '../parameters/reader.ts'
import { allowRedisplay, billingDetails, withBillingChanges } from './card-parameters.ts'

const cardFields = {
  exp_month: anyText,
  exp_year: anyText,
  networks: hash({ preferred: clearableText }),
}
export const methodChangeFields = {
  allow_redisplay: allowRedisplay,
  billing_details: billingDetails,
  card: hash(cardFields),
  metadata,
}

type Changes = Hash<typeof methodChangeFields, never>

export function changePaymentMethod(
  ledger: Ledger,
  method: Stripe.PaymentMethod,
  changes: Changes,
): Stripe.PaymentMethod {
  if (!method.customer) {
    throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.')
  }
  const changed: Stripe.PaymentMethod = {
    ...method,
    billing_details: withBillingChanges(method.billing_details, changes.billing_details ?? {}),
    metadata: withMetadata(method.metadata, changes.metadata),
  }
  if (changes.allow_redisplay) changed.allow_redisplay = changes.allow_redisplay
  if (method.card && changes.card) changed.card = changedCard(ledger, method.card, changes.card)
  return replaceMethod(ledger, method, changed, 'payment_method.updated')
}

export function replaceMethod(
  ledger: Ledger,
  before: Stripe.PaymentMethod,
  after: Stripe.PaymentMethod,
  type: 'payment_method.updated' | 'payment_method.automatically_updated',
): Stripe.PaymentMethod {
  const previous = previousAttributes(before, after)
  if (Object.keys(previous).length === 0) return before
  ledger.paymentMethods.replace(after)
  recordEvent(ledger, type, after, previous)
  return after
}

function changedCard(
  ledger: Ledger,
  card: Stripe.PaymentMethod.Card,
  { exp_month, exp_year, networks }: Hash<typeof cardFields, never>,
): Stripe.PaymentMethod.Card {
  const today = new Date(ledger.now() * 1000)
  const { month, year } = readExpiry(exp_month ?? card.exp_month, exp_year ?? card.exp_year, today)
  const changed = { ...card, exp_month: month, exp_year: year }
  if (networks?.preferred === undefined) return changed
  const available = card.networks?.available ?? [card.brand]
  const { preferred } = networks
  if (preferred !== null && !available.includes(preferred)) {
    throw invalidRequest(`Invalid card[networks][preferred]: must be one of ${available.join(', ')}`, {
      param: 'card[networks][preferred]',
    })
  }
  return { ...changed, display_brand: preferred ?? card.brand, networks: { available, preferred } }
}
