import type { Language } from './words/language.ts'

const codes =
  'AD AE AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BZ CA CD CF CG CH CI CL CM CN CO CR CV CY ' +
  'CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GF GH GI GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID ' +
  'IE IL IN IQ IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MN MO MQ ' +
  'MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PM PR PS PT PY QA RE RO RS RU RW SA SB ' +
  'SC SE SG SI SK SL SM SN SO SR SS ST SV SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WF WS ' +
  'XK YE YT ZA ZM ZW'

export interface Country {
  code: string
  name: string
}

export function countriesIn(language: Language): Country[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return codes
    .split(' ')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
}

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && codes.includes(code)
}

export function likelyCountry(language: Language): string {
  return language === 'fr' ? 'FR' : 'US'
}
