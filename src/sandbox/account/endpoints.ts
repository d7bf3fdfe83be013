// /v1/account: whose sandbox this is.
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'

export const accountEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/v1/account',
    params: {},
    answer: ({ ledger }): Stripe.Account => ({
      id: ledger.account.read(),
      object: 'account',
      charges_enabled: true,
      country: 'FR',
      default_currency: 'eur',
      details_submitted: true,
      email: null,
      payouts_enabled: false,
      type: 'standard',
    }),
  }),
]
