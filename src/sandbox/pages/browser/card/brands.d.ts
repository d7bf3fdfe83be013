export type BrandId = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown'
export interface Brand {
  id: BrandId
  name: string
  lengths: number[]
  groups: number[]
  codeLength: 3 | 4
}
export type Network = 'cartes_bancaires' | 'visa' | 'mastercard'
export function digitsOf(text: string): string
export function brandOf(number: string): Brand
export function longestNumber(brand: Brand): number
export function networksOf(number: string): Network[]
export function networkName(network: Network): string
export function grouped(number: string): string
/** As people write it; what is not known is given back. */
export function brandName(brand: string): string
