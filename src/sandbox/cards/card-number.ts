// What a card number says about itself: its brand, how long its CVC is, and whether it was mistyped.

const brands: { brand: string; begins: RegExp; lengths: number[] }[] = [
  { brand: 'amex', begins: /^3[47]/, lengths: [15] },
  { brand: 'diners', begins: /^3(0[0-5]|[689])/, lengths: [14, 15, 16, 17, 18, 19] },
  { brand: 'jcb', begins: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { brand: 'visa', begins: /^4/, lengths: [13, 16, 19] },
  { brand: 'mastercard', begins: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { brand: 'discover', begins: /^6(011|4[4-9]|5)/, lengths: [16, 17, 18, 19] },
  { brand: 'unionpay', begins: /^(62|81)/, lengths: [16, 17, 18, 19] },
]

export function brandOf(number: string): string | undefined {
  return brands.find(({ begins, lengths }) => begins.test(number) && lengths.includes(number.length))?.brand
}

export function cvcLengthOf(brand: string): number {
  return brand === 'amex' ? 4 : 3
}

/** The check digit of ISO/IEC 7812-1. */
export function passesLuhn(number: string): boolean {
  const sum = [...number]
    .reverse()
    .map(Number)
    .map((digit, place) => (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((total, digit) => total + digit, 0)
  return sum % 10 === 0
}
