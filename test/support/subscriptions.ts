// Subscriptions as the host product makes them at Stripe, and what Stripe's ledger says of them.
import Stripe from 'stripe'
import type { Desk } from './running-desk.ts'
import { companyNamed } from './story.ts'

/** A month of it costs 49 euros. `card`: the one that it names as its own. */
export async function subscribe(
  desk: Desk,
  name: string,
  card: string | null,
  customerId?: string,
): Promise<string> {
  const stripe = stripeSide(desk)
  const customer = customerId ?? (await companyNamed(desk, 'Atelier Lumière')).customerId ?? ''
  const { id: price } = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 4_900,
    recurring: { interval: 'month' },
    product_data: { name },
  })
  const own = card === null ? {} : { default_payment_method: card }
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price }], ...own })
  await desk.settled()
  return id
}

/** The card that it names at Stripe; null: it follows the default. */
export function ownCardOf({ sandbox }: Desk, subscription: string): string | null {
  const own = sandbox.ledger.subscriptions.get(subscription)?.default_payment_method
  return typeof own === 'string' ? own : null
}

export function stripeSide({ keys, sandboxUrl }: Desk): Stripe {
  const { hostname: host, port } = new URL(sandboxUrl)
  return new Stripe(keys.secretKey, { host, port: Number(port), protocol: 'http', telemetry: false })
}
