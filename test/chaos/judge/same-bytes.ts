// 6: the same key goes with the same bytes, across restarts, and no change goes without a key.
import type { Law } from './evidence.ts'

export const sameBytes: Law = ({ keyed, payments }) => {
  const acts = Map.groupBy(keyed, ({ idempotencyKey }) => idempotencyKey)
  const reused = [...acts].flatMap(([key, requests]) => {
    const different = new Set(requests.map(({ path, bodyDigest }) => `${path} ${bodyDigest}`))
    return different.size > 1
      ? [{ invariant: 6, of: String(key), what: `sent with ${different.size} different bodies` }]
      : []
  })
  const without = payments.filter(({ request }) => request.idempotencyKey === null)
  return [
    ...reused,
    ...without.map(({ invoice }) => ({ invariant: 6, of: invoice, what: 'paid without a key' })),
  ]
}
