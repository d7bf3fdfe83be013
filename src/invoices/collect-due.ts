// All that is to be done about invoices now, several at a time: attempts whose outcome is not known, then the sweep,
// then the invoices that are due a card.

import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { type Charging, collectInvoice } from './collect-invoice.ts'
import { settleOneUnknown } from './settle-unknown.ts'

// Stripe allows a hundred requests a second; each of these has one under way at a time.
const atOnce = 16
const lease = 90_000
const moment = 2_000

/** How many were claimed; when none, there is nothing to do for now. */
export async function collectDue(
  ports: Ports,
  charging: Charging,
  report: (error: unknown) => void,
): Promise<number> {
  const { store, clock } = ports
  const due = await store.invoices.due(clock.now(), clock.now() + lease, atOnce)
  const results = await Promise.allSettled(
    due.map(async ({ companyId, invoiceId }) => {
      const company = await store.companies.byId(companyId)
      const collected = company ? await collectInvoice(ports, company, invoiceId, charging) : 'nothing'
      // What cannot be seen to keeps its lease: it is not looked at again before that ends.
      if (collected === 'seen to') await store.invoices.release(invoiceId, clock.now())
      // Most banks answer within a second or two.
      if (collected === 'held') await store.invoices.release(invoiceId, clock.now() + moment)
    }),
  )
  return counted(results, report)
}

/** How many were taken up. */
export async function settleUnknown(ports: Ports, report: (error: unknown) => void): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: atOnce }, () => settleOneUnknown(ports)))
  return counted(
    results.filter((result) => result.status === 'rejected' || result.value !== null),
    report,
  )
}

// What failed keeps its lease: it is tried again when that ends, and does not keep the others from their turn.
function counted(
  results: readonly PromiseSettledResult<unknown>[],
  report: (error: unknown) => void,
): number {
  const failures = results.filter((result) => result.status === 'rejected')
  for (const { reason } of failures) report(reason)
  const isAway = failures.some(({ reason }) => reason instanceof GatewayUnavailable)
  // Of failures alone nothing says that there is more to do: a database that is full would be asked without end.
  return isAway ? 0 : results.length - failures.length
}
