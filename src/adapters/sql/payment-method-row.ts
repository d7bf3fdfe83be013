import type { PaymentMethod } from '../../payment-methods/payment-method.ts'

export interface PaymentMethodRow {
  id: string
  type: string
  brand: string
  networks: string
  last4: string | null
  exp_month: number | null
  exp_year: number | null
  funding: string | null
  country: string | null
  fingerprint: string | null
  position: number
  is_default: number
  added_at: number
  duplicate_kept: number
  removing_at: number | null
  last_charge: string | null
  agreed_at: number | null
}

export const paymentMethodColumns = `p.id, p.type, p.brand, p.networks, p.last4, p.exp_month, p.exp_year,
  p.funding, p.country, p.fingerprint, p.position, p.is_default, p.added_at, p.duplicate_kept, p.removing_at, p.last_charge,
  a.agreed_at`

export function toPaymentMethod(row: PaymentMethodRow): PaymentMethod {
  const { exp_month: month, exp_year: year } = row
  return {
    id: row.id,
    type: row.type,
    brand: row.brand,
    networks: JSON.parse(row.networks),
    last4: row.last4,
    expiry: month === null || year === null ? null : { month, year },
    funding: row.funding,
    country: row.country,
    fingerprint: row.fingerprint,
    createdAt: row.added_at,
    isDefault: row.is_default === 1,
    mayBeBackup: row.agreed_at !== null,
    isLeaving: row.removing_at !== null,
    duplicateKept: row.duplicate_kept === 1,
    lastCharge: row.last_charge === null ? null : JSON.parse(row.last_charge),
  }
}
