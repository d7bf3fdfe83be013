// What a subscription is for: here a name and little more.
import type Stripe from 'stripe'
import { productId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Hash, hash } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { text } from '../parameters/reader.ts'

const fields = { name: text, metadata }
export const productData = hash(fields, 'name')

export function createProduct(
  ledger: Ledger,
  { name, metadata: data }: Hash<typeof fields, 'name'>,
): Stripe.Product {
  return ledger.products.add({
    id: productId(),
    object: 'product',
    active: true,
    created: ledger.now(),
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: withMetadata({}, data),
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: ledger.now(),
    url: null,
  })
}
