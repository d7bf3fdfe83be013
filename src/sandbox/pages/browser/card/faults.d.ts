export type CardFault =
  | 'incomplete_number'
  | 'invalid_number'
  | 'incomplete_expiry'
  | 'invalid_expiry_month'
  | 'invalid_expiry_year'
  | 'invalid_expiry_year_past'
  | 'invalid_expiry_month_past'
  | 'incomplete_cvc'
  | 'incomplete_zip'
export function numberFault(number: string): CardFault | undefined
export function expiryFault(text: string, now?: Date): CardFault | undefined
export function codeFault(code: string, number: string): CardFault | undefined
export function postalCodeFault(postalCode: string, country: string): CardFault | undefined
