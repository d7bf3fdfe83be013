// The API, line by line. What is not here is an unrecognized URL.
import { accountEndpoints } from '../account/endpoints.ts'
import { sessionEndpoints } from '../checkout/endpoints.ts'
import { customerEndpoints } from '../customers/endpoints.ts'
import { taxIdEndpoints } from '../customers/tax-id-endpoints.ts'
import { eventEndpoints } from '../events/endpoints.ts'
import { invoiceItemEndpoints } from '../invoice-items/endpoints.ts'
import { invoiceEndpoints } from '../invoices/endpoints.ts'
import { invoicePaymentEndpoints } from '../invoices/payment-endpoints.ts'
import { paymentMethodEndpoints } from '../payment-methods/endpoints.ts'
import { paymentEndpoints } from '../payments/endpoints.ts'
import { setupIntentEndpoints } from '../setup-intents/endpoints.ts'
import { subscriptionEndpoints } from '../subscriptions/endpoints.ts'
import { testClockEndpoints } from '../time/test-clock-endpoints.ts'
import type { Endpoint } from './endpoint.ts'

export const endpoints: Endpoint[] = [
  ...accountEndpoints,
  ...customerEndpoints,
  ...taxIdEndpoints,
  ...paymentMethodEndpoints,
  ...setupIntentEndpoints,
  ...sessionEndpoints,
  ...paymentEndpoints,
  ...invoiceItemEndpoints,
  ...invoiceEndpoints,
  ...invoicePaymentEndpoints,
  ...subscriptionEndpoints,
  ...testClockEndpoints,
  ...eventEndpoints,
]
