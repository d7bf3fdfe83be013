// The body of an error as the API sends it: `{ error: … }`.
import type Stripe from 'stripe'
import type { ClientPaymentIntent } from '../payments/client-view.ts'
import type { ClientSetupIntent } from '../setup-intents/setup-intent.ts'

export interface ErrorBody {
  type: ErrorType
  message: string
  code?: string
  decline_code?: string
  advice_code?: string
  network_decline_code?: string
  param?: string
  charge?: string
  doc_url?: string
  request_log_url?: string
  /** What a publishable key may see of it, if that is who asked. */
  payment_intent?: Stripe.PaymentIntent | ClientPaymentIntent
  payment_method?: Stripe.PaymentMethod
  payment_method_type?: string
  /** What a publishable key may see of it, if that is who asked. */
  setup_intent?: Stripe.SetupIntent | ClientSetupIntent
}

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
