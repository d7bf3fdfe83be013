// How often cards may be begun. Whoever has stolen numbers tries them where a card can be saved without being
// charged: what Stripe advises against it is to let nobody begin often. Source: https://docs.stripe.com/disputes/prevention/card-testing
//
// A member who mistypes begins once: a refused card is tried again on the same setup. Five an hour is more than anybody
// has cards; a company has several members, and a network, such as an office's, several companies.

import type { Actor } from '../company/company.ts'
import type { Limit } from '../ports/limits.ts'
import { networkOf } from '../ports/network.ts'

const hour = 60 * 60_000
const day = 24 * hour

export function addingLimits({ member, company, address }: Actor): readonly Limit[] {
  return [
    { key: `add-card/member/${member.id}`, most: 5, within: hour },
    { key: `add-card/company/${company.id}`, most: 10, within: day },
    { key: `add-card/network/${networkOf(address)}`, most: 20, within: day },
  ]
}
