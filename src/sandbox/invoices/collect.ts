// Stripe's own charges: when an invoice is finalized, and again on its schedule.
import type Stripe from 'stripe'
import { ApiError } from '../errors/api-error.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { declinesWhenAway } from '../payments/charge-card.ts'
import { confirmPayment } from '../payments/pay.ts'
import { inTimeOf } from '../time/at-time.ts'
import { cardFor } from './card-for.ts'
import { openInvoice } from './finalize.ts'
import { intentOf, invoiceInPath } from './find.ts'
import { reactToPayment } from './react.ts'
import { saveInvoice } from './save-invoice.ts'

/** Stripe does not try a card again after these: https://docs.stripe.com/billing/revenue-recovery/smart-retries */
const final = [
  'incorrect_number',
  'lost_card',
  'pickup_card',
  'stolen_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'authentication_required',
  'highest_risk_level',
  'transaction_not_allowed',
]

export function finalizeInvoice(
  ledger: Ledger,
  draft: Stripe.Invoice,
  auto_advance = draft.auto_advance,
): Stripe.Invoice {
  return inTimeOf(ledger, referenceOf(draft.customer), () => {
    const open = openInvoice(ledger, { ...draft, auto_advance: auto_advance ?? false })
    const charges = open.auto_advance && open.collection_method === 'charge_automatically'
    return open.status === 'open' && charges ? collect(ledger, open) : open
  })
}

/** The declines are told by events; nobody waits for them. */
export function collect(ledger: Ledger, before: Stripe.Invoice): Stripe.Invoice {
  const attempt_count = before.attempt_count + 1
  const invoice = saveInvoice(ledger, { ...before, attempt_count, next_payment_attempt: null })
  const intent = intentOf(ledger, invoice)
  if (!intent || intent.status === 'processing') return invoice
  const card = cardFor(ledger, invoice)
  const hopeless = card !== null && isFinal(intent, card)
  if (card === null || hopeless) return reactToPayment(ledger, intent) ?? invoice
  try {
    const off_session = declinesWhenAway(ledger, card)
    confirmPayment(ledger, intent, { payment_method: card, off_session })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
  return invoiceInPath(ledger, invoice.id)
}

function isFinal({ last_payment_error: error }: Stripe.PaymentIntent, card: string): boolean {
  const code = error?.decline_code ?? error?.code ?? ''
  return error?.payment_method?.id === card && final.includes(code)
}
