// A store that counts, beside what it does: what came of charges, and limits that were reached.

import type { Metrics } from '../../ports/metrics.ts'
import type { Store } from '../../ports/store.ts'

/** A code that is none of Stripe's words for it would be a label of its own for each. */
const code = /^[a-z_]{1,60}$/

export function countedStore(store: Store, metrics: Metrics): Store {
  return {
    ...store,
    invoices: {
      ...store.invoices,
      async settle(attemptId, settlement, now) {
        const isFirst = await store.invoices.settle(attemptId, settlement, now)
        if (!isFirst) return false
        metrics.charged(settlement.outcome)
        if (settlement.decline)
          metrics.declined(codeOf(settlement.decline.declineCode ?? settlement.decline.code))
        return true
      },
    },
    limits: {
      ...store.limits,
      async take(limits, now, act) {
        const comeBack = await store.limits.take(limits, now, act)
        if (comeBack !== null) metrics.limitReached(limits[0]?.key.split('/')[0] ?? 'unknown')
        return comeBack
      },
    },
  }
}

function codeOf(told: string | null): string {
  return told !== null && code.test(told) ? told : 'other'
}
