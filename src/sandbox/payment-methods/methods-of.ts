// A customer's payment methods, a page at a time.
import type Stripe from 'stripe'
import { listPage } from '../api/list-page.ts'
import { customerInPath, customerNamed } from '../customers/customer.ts'
import type { Ledger } from '../ledger/ledger.ts'

interface Filter {
  allow_redisplay?: string
  type?: string
  limit?: number
  starting_after?: string
  ending_before?: string
}

export function methodsOf(
  ledger: Ledger,
  customer: string,
  url: string,
  where: 'path' | 'parameters',
  filter: Filter,
): Stripe.ApiList<Stripe.PaymentMethod> {
  if (where === 'path') customerInPath(ledger, customer)
  else customerNamed(ledger, customer)
  return listPage(
    {
      kind: 'PaymentMethod',
      url,
      newestFirst: ledger.paymentMethods.newestFirst(customer),
      matches: ({ type, allow_redisplay }) =>
        (filter.type === undefined || filter.type === type) &&
        (filter.allow_redisplay === undefined || filter.allow_redisplay === allow_redisplay),
    },
    filter,
  )
}
