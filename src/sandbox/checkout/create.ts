// A session in setup mode comes with the setup intent that its page will confirm.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { invalidRequest, missingParameter } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Hash, hash, list } from '../parameters/hash.ts'
import { metadata, withMetadata } from '../parameters/metadata.ts'
import { clearableText, integer, oneOf, text } from '../parameters/reader.ts'
import { url } from '../parameters/url.ts'
import { createSetup } from '../setup-intents/change.ts'
import { newSession } from './session.ts'

export const newSessionFields = {
  allowed_payment_method_types: list(text),
  billing_address_collection: oneOf('auto', 'required'),
  cancel_url: url,
  client_reference_id: text,
  currency: text,
  customer: text,
  expires_at: integer,
  locale: text,
  metadata,
  mode: oneOf('setup'),
  setup_intent_data: hash({ description: clearableText, metadata }),
  success_url: url,
  ui_mode: oneOf('hosted_page'),
}

export function createSession(
  ledger: Ledger,
  parameters: Hash<typeof newSessionFields, 'mode' | 'success_url'>,
): Stripe.Checkout.Session {
  const { customer, metadata: data, setup_intent_data, ui_mode: _, ...plain } = parameters
  if (!plain.currency && !plain.allowed_payment_method_types) throw missingParameter('currency')
  refuseUnlessSoon(ledger, plain.expires_at)
  const session = { ...newSession(ledger), ...plain, metadata: withMetadata({}, data) }
  if (customer) {
    session.customer = customer
    session.customer_details = detailsOf(customerNamed(ledger, customer))
  }
  session.setup_intent = createSetup(ledger, { ...(customer && { customer }), ...setup_intent_data }).id
  return ledger.sessions.add(session)
}

// Between half an hour and a day after now.
function refuseUnlessSoon(ledger: Ledger, expiresAt: number | undefined): void {
  const wait = (expiresAt ?? ledger.now() + 3600) - ledger.now()
  if (wait >= 1800 && wait <= 86_400) return
  throw invalidRequest(
    wait < 1800
      ? 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.'
      : 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    { param: 'expires_at' },
  )
}

function detailsOf({ email }: Stripe.Customer): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: null,
    tax_ids: null,
  }
}
