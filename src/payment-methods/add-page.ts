// The page on which a card is added, and what it says when the card was not taken.

import type { Language } from '../company/company.ts'
import type { SetupFailure } from '../ports/payment-gateway.ts'
import { paths } from '../web/paths.ts'
import type { NewPaymentMethodView, RefusalView, SelectView } from '../web/views.ts'
import { countries } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import { consentIn } from './consent.ts'
import { digitsOnlyForm } from './postal-code.ts'

export interface AddSituation {
  readonly attempt: string
  readonly origin: string
  readonly publishableKey: string
  /** The country to start from: the company's own, else the reader's. */
  readonly country: string
  readonly failure: SetupFailure | null
}

export const postalCodeId = 'postal-code'

export function newPaymentMethodView(language: Language, situation: AddSituation): NewPaymentMethodView {
  const t = words[language]
  const { failure } = situation
  return {
    attempt: situation.attempt,
    beginAction: paths.paymentMethods,
    returnUrl: situation.origin + paths.returnFromStripe,
    refusalHref: paths.newPaymentMethod,
    cancelHref: paths.paymentMethods,
    abroadHref: paths.help.abroad,
    publishableKey: situation.publishableKey,
    consent: consentIn(language).wording,
    country: countrySelect(language, t, failure?.country ?? situation.country),
    refusal: refusalView(t, failure),
  }
}

export function refusalView(t: Words, failure: SetupFailure | null): RefusalView {
  const postal = failure?.code === 'incorrect_zip' || failure?.code === 'postal_code_invalid'
  const value = failure?.postalCode ?? ''
  const digitsOnly = postal ? (digitsOnlyForm(value) ?? null) : null
  return {
    summary: failure && !postal ? declineText(t, failure) : null,
    fieldFault: postal ? { id: postalCodeId, text: t.add.postalCodeField } : null,
    postalCode: {
      value,
      error: postal ? t.add.postalCodeField : null,
      digitsOnly,
      nothingLeft: postal && digitsOnly === null,
      abroadHref: paths.help.abroad,
    },
  }
}

/** Stripe's codes in the reader's words; what we have no words for is a plain refusal. */
export function declineText(
  t: Words,
  { code, declineCode }: Pick<SetupFailure, 'code' | 'declineCode'>,
): string {
  const table: Readonly<Record<string, string>> = t.declines
  for (const each of [declineCode, code]) {
    if (each !== null && Object.hasOwn(table, each)) return table[each] ?? t.declines.other
  }
  return code === 'card_declined' ? t.declines.other : t.declines.unknown
}

function countrySelect(language: Language, t: Words, chosen: string): SelectView {
  return {
    id: 'country',
    name: 'country',
    label: t.add.country,
    autocomplete: 'country',
    error: null,
    placeholder: null,
    choices: countries(language).map(({ code, name }) => ({
      value: code,
      label: name,
      chosen: code === chosen,
    })),
  }
}
