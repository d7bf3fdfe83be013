// What stands at the top of a company's invoices. Stripe keeps it on the customer; we keep a copy to show.

export interface BillingDetails {
  readonly name: string
  readonly line1: string
  readonly line2: string
  readonly postalCode: string
  readonly city: string
  readonly state: string
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  readonly taxId: string
  readonly email: string
}

export const noBillingDetails: BillingDetails = {
  name: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  state: '',
  country: '',
  taxId: '',
  email: '',
}

const euVat = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

// Stripe wants to be told what kind of number it is given; the country of the address says it.
// Source: Stripe's list of supported tax id types, the company number of each country that has just one.
const taxIdTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euVat.map((country) => [country, 'eu_vat'])),
  AE: 'ae_trn',
  AU: 'au_abn',
  BR: 'br_cnpj',
  CA: 'ca_bn',
  CH: 'ch_vat',
  CL: 'cl_tin',
  GB: 'gb_vat',
  HK: 'hk_br',
  IN: 'in_gst',
  IS: 'is_vat',
  JP: 'jp_trn',
  KR: 'kr_brn',
  LI: 'li_uid',
  MX: 'mx_rfc',
  NO: 'no_vat',
  NZ: 'nz_gst',
  SA: 'sa_vat',
  SG: 'sg_gst',
  TH: 'th_vat',
  TR: 'tr_tin',
  TW: 'tw_vat',
  US: 'us_ein',
  ZA: 'za_vat',
}

/** Stripe's name for the tax number of a company in this country, or undefined where there is no such number. */
export function taxIdType(country: string): string | undefined {
  return Object.hasOwn(taxIdTypes, country) ? taxIdTypes[country] : undefined
}

export type DetailsFault =
  | { field: keyof BillingDetails; why: 'too long' }
  | { field: 'name'; why: 'missing' }
  | { field: 'email'; why: 'missing' | 'malformed' }
  | { field: 'country'; why: 'unknown' }
  | { field: 'taxId'; why: 'no country' | 'no such number' | 'malformed' }

/** Everything that is wrong with what was typed, in the order of the form. */
export function faultsOf(details: BillingDetails, countries: ReadonlySet<string>): DetailsFault[] {
  const faults = tooLong(details)
  if (faults.length > 0) return faults
  if (details.name === '') faults.push({ field: 'name', why: 'missing' })
  if (details.country !== '' && !countries.has(details.country))
    faults.push({ field: 'country', why: 'unknown' })
  else if (details.taxId !== '' && details.country === '') faults.push({ field: 'taxId', why: 'no country' })
  else if (details.taxId !== '' && taxIdType(details.country) === undefined) {
    faults.push({ field: 'taxId', why: 'no such number' })
  }
  if (details.email === '') faults.push({ field: 'email', why: 'missing' })
  else if (!looksLikeAnAddress(details.email)) faults.push({ field: 'email', why: 'malformed' })
  return faults
}

const longest = 200

function tooLong(details: BillingDetails): DetailsFault[] {
  const fields = Object.keys(noBillingDetails) as (keyof BillingDetails)[]
  return fields
    .filter((field) => details[field].length > longest)
    .map((field) => ({ field, why: 'too long' }))
}

/** One @ with something on both sides and a dot after it; whether it works only a letter to it can tell. */
export function looksLikeAnAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) && !/[\p{Cc}<>()[\],;:\\"]/u.test(text)
  )
}
