// What a card number's first digits say: the brand, how its digits are grouped, how long its code is.

const fours = [4, 4, 4, 4]

const brands = [
  { id: 'visa', name: 'Visa', starts: /^4/, lengths: [16], groups: fours, codeLength: 3 },
  {
    id: 'mastercard',
    name: 'Mastercard',
    starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
    groups: fours,
    codeLength: 3,
  },
  { id: 'amex', name: 'American Express', starts: /^3[47]/, lengths: [15], groups: [4, 6, 5], codeLength: 4 },
  {
    id: 'discover',
    name: 'Discover',
    starts: /^(6011|64[4-9]|65)/,
    lengths: [16],
    groups: fours,
    codeLength: 3,
  },
  {
    id: 'diners',
    name: 'Diners Club',
    starts: /^(30|36|38|39)/,
    lengths: [14, 16],
    groups: [4, 6, 6],
    codeLength: 3,
  },
  { id: 'jcb', name: 'JCB', starts: /^35/, lengths: [16], groups: fours, codeLength: 3 },
  {
    id: 'unionpay',
    name: 'UnionPay',
    starts: /^62/,
    lengths: [16, 19],
    groups: [4, 4, 4, 4, 3],
    codeLength: 3,
  },
]

const unknown = { id: 'unknown', name: '', lengths: [16], groups: [4, 4, 4, 4, 3], codeLength: 3 }

const coBranded = [
  { starts: '4000002500001001', networks: ['cartes_bancaires', 'visa'] },
  { starts: '5555552500001001', networks: ['cartes_bancaires', 'mastercard'] },
]

const networkNames = { cartes_bancaires: 'Cartes Bancaires', visa: 'Visa', mastercard: 'Mastercard' }

export function digitsOf(text) {
  return text.replace(/\D/g, '')
}

export function brandOf(number) {
  const digits = digitsOf(number)
  return brands.find((brand) => brand.starts.test(digits)) ?? unknown
}

export function longestNumber(brand) {
  return brand.id === 'unknown' ? 19 : Math.max(...brand.lengths)
}

// Empty unless the card carries two networks: then the cardholder may choose.
export function networksOf(number) {
  const digits = digitsOf(number)
  return coBranded.find((card) => digits.startsWith(card.starts))?.networks ?? []
}

export function networkName(network) {
  return networkNames[network]
}

export function grouped(number) {
  const brand = brandOf(number)
  const digits = digitsOf(number).slice(0, longestNumber(brand))
  const groups = brand.groups.map((size, index) => {
    const start = brand.groups.slice(0, index).reduce((sum, before) => sum + before, 0)
    return digits.slice(start, start + size)
  })
  return groups.filter(Boolean).join(' ')
}

export function brandName(id) {
  return brands.find((brand) => brand.id === id)?.name ?? id
}
