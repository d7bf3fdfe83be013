import type { Actor, Language } from '../company/company.ts'
import { paths } from '../web/paths.ts'
import type { CompanySecurityView, PictureView, RecoveryCodesView, SecondFactorView } from '../web/views.ts'
import { formatDate } from '../words/format.ts'
import { words } from '../words/words.ts'

export type FactorSituation =
  | { readonly state: 'off' }
  /** `secret`: as an authenticator wants it typed. */
  | {
      readonly state: 'waiting'
      readonly secret: string
      readonly picture: PictureView
      readonly error: string | null
    }
  | { readonly state: 'on'; readonly since: number; readonly codesLeft: number; readonly isRequired: boolean }

export function secondFactorView(
  language: Language,
  { member, company, owesSecondFactor = false }: Actor,
  situation: FactorSituation,
): SecondFactorView {
  const { factor } = words[language].account
  const error = situation.state === 'waiting' ? situation.error : null
  return {
    backHref: paths.account,
    required: owesSecondFactor ? factor.required(company.name) : null,
    faults: error === null ? [] : [{ id: 'code', text: error }],
    off: situation.state === 'off' ? { action: paths.secondFactor } : null,
    waiting:
      situation.state === 'waiting'
        ? {
            picture: situation.picture,
            key: inGroups(situation.secret),
            account: member.email,
            action: paths.secondFactorCode,
            field: { id: 'code', kind: 'digits', label: factor.code, hint: null, error },
          }
        : null,
    on:
      situation.state === 'on'
        ? {
            since: factor.since(formatDate(language, situation.since)),
            left: factor.left(situation.codesLeft),
            hasCodes: situation.codesLeft > 0,
            renewAction: paths.recoveryCodes,
            offAction: paths.secondFactorRemoval,
            offRequired: situation.isRequired ? factor.offRequired(company.name) : null,
          }
        : null,
  }
}

/** Who was kept from a company until now goes on there. */
export function recoveryCodesView(
  { owesSecondFactor }: Pick<Actor, 'owesSecondFactor'>,
  codes: readonly string[],
): RecoveryCodesView {
  return { codes, onHref: owesSecondFactor ? paths.home : paths.secondFactor }
}

export function companySecurityView(
  language: Language,
  { company, owesSecondFactor }: Actor,
  {
    required,
    people,
    without,
    hasOwn,
  }: { required: boolean; people: number; without: number; hasOwn: boolean },
): CompanySecurityView {
  const { security } = words[language].account
  const own = hasOwn || required || owesSecondFactor ? null : security.own
  return {
    backHref: paths.account,
    intro: security.intro(company.name),
    state: required ? security.required : security.notRequired,
    // Of somebody alone, the next line says it.
    without: people === 1 && own !== null ? null : security.without(without, people),
    own,
    action: paths.companySecurity,
    required,
  }
}

function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?!$)/g, '$1 ')
}
