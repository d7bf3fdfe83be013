// An expiry date that a card may still have.
import { incorrectCard } from '../errors/card-error.ts'
import { missingParameter } from '../errors/invalid-request.ts'

/** A card is good to the end of its month. Years may come with two digits. */
export function readExpiry(
  givenMonth: string | number | undefined,
  givenYear: string | number | undefined,
  now: Date,
): { month: number; year: number } {
  if (givenMonth === undefined || givenMonth === '') throw missingParameter('card[exp_month]')
  if (givenYear === undefined || givenYear === '') throw missingParameter('card[exp_year]')
  const month = Number(givenMonth)
  if (!Number.isInteger(month) || month < 1 || month > 12) throw invalidMonth()
  const year = fullYear(Number(givenYear))
  if (!Number.isInteger(year) || year < now.getUTCFullYear() || year > now.getUTCFullYear() + 50) {
    throw incorrectCard('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')
  }
  if (year === now.getUTCFullYear() && month < now.getUTCMonth() + 1) throw invalidMonth()
  return { month, year }
}

function fullYear(year: number): number {
  return year >= 0 && year < 100 ? 2000 + year : year
}

function invalidMonth() {
  return incorrectCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
}
