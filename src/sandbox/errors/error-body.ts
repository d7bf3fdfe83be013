// The body of an error as the API sends it: `{ error: … }`.
import type Stripe from 'stripe'

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
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
  payment_method_type?: string
  setup_intent?: Stripe.SetupIntent
}

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
