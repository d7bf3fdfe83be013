// 14: after a restored backup nothing is charged until Stripe was read: the list of what is open, and the invoice.
import type { Law } from './evidence.ts'

export const reconciledFirst: Law = ({ notes: { restoredAt }, payments, calls }) => {
  if (restoredAt === null) return []
  const since = calls.filter(({ at }) => at > restoredAt)
  const firsts = new Map(payments.filter(({ request }) => request.at > restoredAt).toReversed().map((each) => [each.invoice, each.request.at])) // biome-ignore format: one thought
  return [...firsts].flatMap(([of, at]) => {
    const reads = since.filter((call) => call.method === 'GET' && call.at < at).map(({ path }) => path)
    const list = reads.includes('/v1/invoices')
    const itself = reads.includes(`/v1/invoices/${of}`)
    const lacking = list ? 'it was' : 'the list of what is open was'
    return list && itself
      ? []
      : [{ invariant: 14, of, what: `charged after a restore before ${lacking} read at Stripe` }]
  })
}
