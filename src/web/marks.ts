/** Brands whose marks the icon package has. */
export const packagedMarks: readonly string[] = [
  'amex',
  'diners',
  'discover',
  'jcb',
  'mastercard',
  'unionpay',
  'visa',
]

/** The mark to show for a brand; `other` for those that have none. */
export function markOf(brand: string): string {
  return packagedMarks.includes(brand) || brand === 'cartes_bancaires' ? brand : 'other'
}
