// A refusal of the API, told beside the field that it is about.
import { refusalMessage } from '../browser/card/refusals.js'
import type { Language } from '../words/language.ts'
import type { Fault, FieldName } from './typed.ts'

interface Refusal {
  code?: string | undefined
  decline_code?: string | undefined
  param?: string | undefined
  message?: string | undefined
}

const fields: Record<string, FieldName> = {
  incorrect_cvc: 'cardCvc',
  invalid_cvc: 'cardCvc',
  incorrect_zip: 'billingPostalCode',
  expired_card: 'cardExpiry',
  invalid_expiry_month: 'cardExpiry',
  invalid_expiry_year: 'cardExpiry',
}

export function faultOf(refusal: Refusal, language: Language): Fault {
  const known = refusalMessage(language, refusal.code, refusal.decline_code)
  return {
    field: fields[refusal.code ?? ''] ?? 'cardNumber',
    message: known ?? refusal.message ?? refusalMessage(language, 'api_error') ?? '',
  }
}
