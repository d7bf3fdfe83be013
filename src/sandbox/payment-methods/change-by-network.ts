// A renewed card: the network tells Stripe of its new number's end and its new expiry.
import type Stripe from 'stripe'
import type { Ledger } from '../ledger/ledger.ts'
import { replaceMethod } from './change.ts'

export interface NetworkChange {
  last4?: string
  exp_month?: number
  exp_year?: number
}

export function changeByNetwork(
  ledger: Ledger,
  method: Stripe.PaymentMethod,
  { last4, exp_month, exp_year }: NetworkChange,
): Stripe.PaymentMethod {
  if (!method.card) return method
  const card = { ...method.card }
  if (last4 !== undefined) card.last4 = last4
  if (exp_month !== undefined) card.exp_month = exp_month
  if (exp_year !== undefined) card.exp_year = exp_year
  return replaceMethod(ledger, method, { ...method, card }, 'payment_method.automatically_updated')
}
