// 1: at most one successful charge per invoice; also when clocks jump (12) and when a backup was put back (14).
import type { Law } from './evidence.ts'

export const oneCharge: Law = ({ book }) =>
  book
    .filter(({ charges }) => charges.length > 1)
    .map(({ invoice, charges }) => ({
      invariant: 1,
      of: invoice,
      what: `charged ${charges.length} times: ${charges.map(({ id, paymentMethod }) => `${id} ${paymentMethod}`).join(', ')}`,
    }))
