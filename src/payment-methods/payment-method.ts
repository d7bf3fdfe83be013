// A payment method is a card, in nearly every case: what Stripe lets us know of it, and its place in the wallet.

export interface CardFacts {
  /** Stripe's id: pm_… */
  readonly id: string
  /** Stripe's type: card, sepa_debit, … */
  readonly type: string
  /** Stripe's name of the brand that is shown for it (visa, cartes_bancaires, …); the type where there is no brand. */
  readonly brand: string
  readonly networks: readonly string[]
  readonly last4: string | null
  /** Month (1–12) and year of expiry; null for what does not expire. */
  readonly expiry: { readonly month: number; readonly year: number } | null
  readonly funding: string | null
  /** ISO 3166-1 alpha-2 of the bank that issued it. */
  readonly country: string | null
  /** Equal for the same number saved twice. Not the number, and not to be had from it. */
  readonly fingerprint: string | null
  /** When Stripe made it, in epoch milliseconds. */
  readonly createdAt: number
}

export interface LastCharge {
  readonly at: number
  /** In the currency's minor units. */
  readonly amount: number
  readonly currency: string
  readonly succeeded: boolean
}

export interface PaymentMethod extends CardFacts {
  readonly isDefault: boolean
  /** Its company agreed that it may be charged in another's stead. */
  readonly mayBeBackup: boolean
  /** Asked to go, not yet gone at Stripe: charged no more by us. */
  readonly isLeaving: boolean
  /** The company saw that this card is there twice, and keeps both. */
  readonly duplicateKept: boolean
  readonly lastCharge: LastCharge | null
}

const month = 30 * 24 * 60 * 60 * 1000

/** A card is good through the last day of its month, anywhere on earth: twelve hours after that day's end in UTC. */
export function expiryEnd({ month, year }: { month: number; year: number }): number {
  return Date.UTC(year, month) + 12 * 60 * 60 * 1000
}

export function expiryState(method: Pick<CardFacts, 'expiry'>, now: number): 'valid' | 'soon' | 'expired' {
  if (method.expiry === null) return 'valid'
  const end = expiryEnd(method.expiry)
  if (now >= end) return 'expired'
  return end - now <= month ? 'soon' : 'valid'
}
