import { paths } from '../web/paths.ts'
import type { BillingDetailsView, Field, FieldFault, SelectView, YourDataView } from '../web/views.ts'
import { countries } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import type { BillingDetails, DetailsFault } from './billing-details.ts'
import { type Language, may, type Role } from './company.ts'

type TextField = Exclude<keyof BillingDetails, 'country'>

const autocompletes: Readonly<Record<TextField, string>> = {
  name: 'organization',
  line1: 'address-line1',
  line2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  state: 'address-level1',
  taxId: 'off',
  email: 'email',
}

export function billingDetailsView(
  language: Language,
  details: BillingDetails,
  faults: readonly DetailsFault[],
): BillingDetailsView {
  const t = words[language]
  const texts: Readonly<Record<string, string>> = t.details.faults
  const errors = new Map<string, string>(
    faults.map((fault) => [fault.field, texts[`${fault.field} ${fault.why}`] ?? t.details.tooLong]),
  )
  const field = (name: TextField): Field => ({
    id: name,
    name,
    label: t.details[name],
    value: details[name],
    autocomplete: autocompletes[name],
    type: name === 'email' ? 'email' : 'text',
    hint: name === 'taxId' ? t.details.taxIdHint : null,
    error: errors.get(name) ?? null,
    required: name === 'name' || name === 'email',
  })
  return {
    action: paths.billingDetails,
    faults: [...errors].map(([id, text]): FieldFault => ({ id, text })),
    before: [
      field('name'),
      field('line1'),
      field('line2'),
      field('postalCode'),
      field('city'),
      field('state'),
    ],
    country: countrySelect(language, t, details.country, errors.get('country') ?? null),
    after: [field('taxId'), field('email')],
  }
}

/** Null for those who may do nothing about it. */
export function yourDataView({ privacy: { yourData } }: Words, role: Role): YourDataView | null {
  const links = [
    { permission: 'own the company', href: paths.companyExport, label: yourData.export },
    { permission: 'manage members', href: paths.formerMembers, label: yourData.former },
    { permission: 'own the company', href: paths.companyErasure, label: yourData.erase },
  ] as const
  const allowed = links.filter(({ permission }) => may(role, permission))
  if (allowed.length === 0) return null
  const intro = may(role, 'own the company') ? yourData.intro : yourData.introOfUsers
  return { intro, links: allowed.map(({ href, label }) => ({ href, label })) }
}

function countrySelect(language: Language, t: Words, chosen: string, error: string | null): SelectView {
  return {
    id: 'country',
    name: 'country',
    label: t.details.country,
    autocomplete: 'country',
    error,
    placeholder: t.details.chooseCountry,
    choices: countries(language).map(({ code, name }) => ({
      value: code,
      label: name,
      chosen: code === chosen,
    })),
  }
}
