// What a subscription costs, and how often.
import Stripe from 'stripe'
import { noSuch } from '../errors/invalid-request.ts'
import { priceId, productId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { currency } from '../parameters/currency.ts'
import { type Hash, hash } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { integer, oneOf, text } from '../parameters/reader.ts'
import { createProduct, productData } from './product.ts'

const interval = oneOf('day', 'week', 'month', 'year')
const recurring = hash({ interval, interval_count: integer }, 'interval')

export const priceFields = {
  currency,
  metadata,
  nickname: text,
  product: text,
  product_data: productData,
  recurring,
  unit_amount: integer,
}
type NewPrice = Hash<typeof priceFields, 'currency' | 'unit_amount'>

export const priceData = hash(
  { currency, product: text, recurring, unit_amount: integer },
  'currency',
  'product',
  'recurring',
  'unit_amount',
)

export function createPrice(ledger: Ledger, parameters: NewPrice): Stripe.Price {
  const { unit_amount, metadata: data, nickname = null, product_data, recurring: every } = parameters
  const product = product_data ? createProduct(ledger, product_data).id : (parameters.product ?? productId())
  return ledger.prices.add({
    id: priceId(),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: ledger.now(),
    currency: parameters.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: withMetadata({}, data),
    nickname,
    product,
    recurring: every
      ? { interval_count: 1, ...every, meter: null, trial_period_days: null, usage_type: 'licensed' }
      : null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: every ? 'recurring' : 'one_time',
    unit_amount,
    unit_amount_decimal: Stripe.Decimal.from(unit_amount),
  })
}

export function priceNamed(ledger: Ledger, id: string): Stripe.Price {
  const price = ledger.prices.get(id)
  if (!price) throw noSuch('price', id, 'items[0][price]', 'parameters')
  return price
}

/** The old name for a recurring price; subscription items still carry it. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: true,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  }
}
