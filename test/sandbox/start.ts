// A sandbox for one test, with the real SDK in front of it.
import Stripe from 'stripe'
import { onTestFinished } from 'vitest'
import type { ErrorBody } from '../../src/sandbox/errors/error-body.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'

export interface Started {
  sandbox: Sandbox
  stripe: Stripe
  url: string
  port: number
  close(): Promise<void>
}

export async function start(options: Partial<SandboxOptions> = {}): Promise<Started> {
  const sandbox = createSandbox({ data: ':memory:', webhooks: [], ...options })
  const { url, port, close } = await sandbox.listen()
  onTestFinished(close)
  return { sandbox, stripe: stripeAt(port), url, port, close }
}

export function stripeAt(port: number, key = 'sk_test_x'): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

/** The raw error that a call is refused with. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  const outcome = await call.then(
    () => 'It was not refused.',
    (error: unknown) => error,
  )
  if (outcome instanceof Stripe.errors.StripeError) return outcome
  throw outcome
}

export interface CardToSave {
  number: string
  cvc?: string
  exp_month?: string
  exp_year?: string
  preferred?: string
  postalCode?: string
}

export interface Refused {
  error: ErrorBody
}

/** A setup intent, or why not. */
type SetupAnswer = Omit<Stripe.SetupIntent, 'payment_method'> & { payment_method: string } & Refused

export async function jsonOf<Value>(response: Response): Promise<Value> {
  const body: Value = JSON.parse(await response.text())
  return body
}

/** Confirms as Stripe.js does: with a publishable key and the client secret. */
export async function confirmInBrowser(
  { url }: Started,
  intent: Stripe.SetupIntent,
  card: CardToSave,
  more: Record<string, string> = {},
) {
  const { number, cvc = '123', exp_month = '12', exp_year = '2040', preferred, postalCode } = card
  const form = new URLSearchParams({
    client_secret: intent.client_secret ?? '',
    key: 'pk_test_x',
    use_stripe_sdk: 'true',
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][cvc]': cvc,
    'payment_method_data[card][exp_month]': exp_month,
    'payment_method_data[card][exp_year]': exp_year,
    ...(preferred && { 'payment_method_data[card][networks][preferred]': preferred }),
    ...(postalCode && { 'payment_method_data[billing_details][address][postal_code]': postalCode }),
    ...more,
  })
  const response = await fetch(`${url}/v1/setup_intents/${intent.id}/confirm`, { method: 'POST', body: form })
  return { status: response.status, body: await jsonOf<SetupAnswer>(response) }
}

/** A customer with a setup intent to confirm. */
export async function newSetup({ stripe }: Started) {
  const customer = await stripe.customers.create({
    name: 'Atelier Lumière',
    email: 'billing@atelier.example',
  })
  const intent = await stripe.setupIntents.create({ customer: customer.id, usage: 'off_session' })
  return { customer, intent }
}
