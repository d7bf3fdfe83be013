// How heavy pages may be, in bytes as they travel to a browser that takes brotli.

import type { ViewName } from '../../src/web/views.ts'

const kilobyte = 1024

/** Of what comes with any page, and of a page with five cards. */
export const limits = {
  document: 6 * kilobyte,
  stylesheet: 5 * kilobyte,
  script: 18 * kilobyte,
  requests: 6,
}

// With every country of the world to choose from.
const withCountries: readonly ViewName[] = [
  'company/billing-details',
  'payment-methods/new',
  'partials/_select',
]
// What grows with what a company has.
const lists: readonly ViewName[] = [
  'payment-methods/list',
  'payment-methods/_wallet',
  'activity/list',
  'invoices/list',
  'members/users',
]
/** What holds a secret, and so is not compressed. */
export const leftAsItIs: readonly ViewName[] = [
  'account/second-factor',
  'account/recovery-codes',
  'invoices/confirmation',
]

/** Of the HTML of a page with this view. */
export function limitOf(view: ViewName): number {
  if (withCountries.includes(view) || leftAsItIs.includes(view)) return 6 * kilobyte
  return lists.includes(view) ? 4 * kilobyte : 3 * kilobyte
}
