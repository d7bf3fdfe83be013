// 14: after a restored backup nothing is charged until Stripe was read: the list of what is open, and the invoice.
import type { Law } from './evidence.ts'

export const reconciledFirst: Law = ({ notes: { restoredAt }, payments, calls }) => {
  if (restoredAt === null) return []
  const since = calls.filter(({ at }) => at > restoredAt)
  const firsts = new Map(payments.filter(({ request }) => request.at > restoredAt).toReversed().map((each) => [each.invoice, each.request.at])) // biome-ignore format: one thought
  return [...firsts].flatMap(([of, at]) => {
    const reads = since.filter((call) => call.method === 'GET' && call.at < at).map(({ path }) => path)
    if (reads.includes('/v1/invoices') && reads.includes(`/v1/invoices/${of}`)) return []
    return [{ invariant: 14, of, what: 'charged after a restore before Stripe was read' }]
  })
}
