// What was typed into the hosted form, and what is wrong with it before the sandbox is asked.
import { codeFault, expiryFault, numberFault, postalCodeFault } from '../browser/card/faults.js'
import { refusalMessage } from '../browser/card/refusals.js'
import { isCountry } from '../countries.ts'
import { type Language, words } from '../words/language.ts'

export type FieldName =
  | 'cardNumber'
  | 'cardExpiry'
  | 'cardCvc'
  | 'billingName'
  | 'billingCountry'
  | 'billingPostalCode'
export type Typed = Record<FieldName, string>

export interface Fault {
  field: FieldName
  message: string
}

export const untyped: Typed = {
  cardNumber: '',
  cardExpiry: '',
  cardCvc: '',
  billingName: '',
  billingCountry: '',
  billingPostalCode: '',
}

export function readTyped(body: unknown): Typed {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  const text = (name: FieldName) => {
    const value = given[name]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
  const typed = { ...untyped }
  for (const name of Object.keys(untyped) as FieldName[]) typed[name] = text(name)
  if (!isCountry(typed.billingCountry)) typed.billingCountry = ''
  return typed
}

export function faultsIn(typed: Typed, language: Language): Fault[] {
  const codes: [FieldName, string | undefined][] = [
    ['cardNumber', numberFault(typed.cardNumber)],
    ['cardExpiry', expiryFault(typed.cardExpiry)],
    ['cardCvc', codeFault(typed.cardCvc, typed.cardNumber)],
    ['billingName', typed.billingName ? undefined : 'no_name'],
    ['billingPostalCode', postalCodeFault(typed.billingPostalCode, typed.billingCountry)],
  ]
  return codes.flatMap(([field, code]) => {
    const message = code === 'no_name' ? words[language].hosted.noName : refusalMessage(language, code)
    return message ? [{ field, message }] : []
  })
}
