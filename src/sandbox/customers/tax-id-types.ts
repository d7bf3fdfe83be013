// How tax ids of each kind are written: https://docs.stripe.com/billing/customer/tax-ids

/** Spaces, dots and hyphens are left out before the comparison. Where nothing is said, anything is taken. */
const formats: Record<string, RegExp | undefined> = {
  ae_trn: /^\d{15}$/,
  au_abn: /^\d{11}$/,
  br_cnpj: /^\d{14}$/,
  br_cpf: /^\d{11}$/,
  ca_bn: /^\d{9}$/,
  ca_gst_hst: /^\d{9}RT\d{4}$/,
  ca_qst: /^\d{10}TQ\d{4}$/,
  ch_uid: /^CHE\d{9}(HR)?$/,
  ch_vat: /^CHE\d{9}(MWST|TVA|IVA)$/,
  de_stn: /^\d{10,11}$/,
  es_cif: /^[A-HJ-NP-SUVW]\d{7}[0-9A-J]$/,
  eu_oss_vat: /^EU\d{9}$/,
  eu_vat: undefined,
  gb_vat: /^GB(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  in_gst: /^\d{2}[A-Z]{5}\d{4}[A-Z]\d[A-Z][0-9A-Z]$/,
  jp_cn: /^\d{13}$/,
  jp_trn: /^T\d{13}$/,
  li_vat: /^\d{5}$/,
  mx_rfc: /^[A-Z&Ñ]{3,4}\d{6}[0-9A-Z]{3}$/,
  my_sst: undefined,
  no_vat: /^\d{9}MVA$/,
  nz_gst: /^\d{8,9}$/,
  pl_nip: /^\d{10}$/,
  ro_tin: /^\d{2,10}$/,
  sg_gst: /^M\d{8}X$/,
  si_tin: /^\d{8}$/,
  th_vat: /^\d{13}$/,
  tr_tin: /^\d{10}$/,
  us_ein: /^\d{9}$/,
  za_vat: /^4\d{9}$/,
}

const europe: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[0-9A-Z]\d{7}[0-9A-Z]$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12})$/,
}

export const taxIdTypes = Object.keys(formats)

export function isTaxIdOf(type: string, value: string): boolean {
  const written = value.toUpperCase().replaceAll(/[\s.-]/g, '')
  if (type === 'eu_vat') return europe[written.slice(0, 2)]?.test(written.slice(2)) ?? false
  return formats[type]?.test(written) ?? written !== ''
}

export function countryOf(type: string, value: string): string | null {
  if (type === 'eu_oss_vat') return null
  const prefix = type === 'eu_vat' ? value.slice(0, 2).toUpperCase() : type.slice(0, 2).toUpperCase()
  return prefix === 'EL' ? 'GR' : prefix
}
