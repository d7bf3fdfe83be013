// Billing periods: months keep the day of the month, or take the last one.
import type Stripe from 'stripe'

const day = 24 * 60 * 60

/** The end of the period that begins at `start`, in seconds since 1970. */
export function periodAfter(start: number, every: Stripe.Price.Recurring | null): number {
  const count = every?.interval_count ?? 1
  switch (every?.interval) {
    case 'day':
      return start + count * day
    case 'week':
      return start + 7 * count * day
    case 'year':
      return monthsAfter(start, 12 * count)
    default:
      return monthsAfter(start, count)
  }
}

function monthsAfter(start: number, months: number): number {
  const date = new Date(start * 1000)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return Math.floor(date.getTime() / 1000)
}
