import { type Actor, type Language, may } from '../company/company.ts'
import { paths } from '../web/paths.ts'
import type { AccountView, Field, FieldFault, SelectView, SessionView } from '../web/views.ts'
import { formatMoment } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'

export interface SessionShown {
  readonly handle: string
  readonly browser: string | null
  readonly system: string | null
  readonly address: string | null
  readonly signedInAt: number
  readonly seenAt: number
}

export interface AccountSituation {
  readonly actor: Actor
  readonly hasFactor: boolean
  readonly sessions: readonly SessionShown[]
  /** The handle of the session that looks. */
  readonly current: string
  readonly name: string
  readonly faults: readonly FieldFault[]
}

export function accountView(language: Language, situation: AccountSituation): AccountView {
  const t = words[language]
  const { actor, hasFactor, sessions, current, faults } = situation
  const { factor } = t.account
  return {
    email: actor.member.email,
    faults,
    name: { action: paths.account, field: nameField(t, situation) },
    language: { action: paths.accountLanguage, select: languageSelect(t, actor.member.language) },
    password: {
      action: paths.accountPassword,
      current: passwordField(t.account.current, 'current-password', faults),
      next: passwordField(t.account.next, 'new-password', faults),
    },
    factor: {
      state: { kind: hasFactor ? 'good' : 'plain', text: hasFactor ? factor.on : factor.off },
      link: { href: paths.secondFactor, label: hasFactor ? factor.toManage : factor.toSetUp },
    },
    sessions: sessions
      .toSorted((one, other) => Number(other.handle === current) - Number(one.handle === current))
      .map((session) => sessionView(language, session, current)),
    endOthersAction: sessions.length > 1 ? paths.sessions : null,
    security: may(actor.role, 'manage members')
      ? { href: paths.companySecurity, label: t.account.securityLink(actor.company.name) }
      : null,
    erasure: { href: paths.accountErasure, label: t.privacy.self.link },
  }
}

function nameField(t: Words, { name, faults }: AccountSituation): Field {
  return {
    id: 'name',
    name: 'name',
    label: t.account.name,
    value: name,
    autocomplete: 'name',
    type: 'text',
    hint: null,
    error: errorAt(faults, 'name'),
    required: true,
  }
}

function languageSelect({ account }: Words, chosen: Language | null): SelectView {
  const languages = (['fr', 'en'] as const).map((value) => ({
    value,
    label: words[value].languageName,
    chosen: value === chosen,
  }))
  const ofBrowser = { value: 'browser', label: account.languageOfBrowser, chosen: chosen === null }
  return {
    id: 'language',
    name: 'language',
    label: account.language,
    autocomplete: 'language',
    error: null,
    placeholder: null,
    choices: [...languages, ofBrowser],
  }
}

function passwordField(
  label: string,
  id: 'current-password' | 'new-password',
  faults: readonly FieldFault[],
): Field {
  const error = errorAt(faults, id)
  return {
    id,
    name: id,
    label,
    value: '',
    autocomplete: id,
    type: 'password',
    hint: null,
    error,
    required: true,
  }
}

function errorAt(faults: readonly FieldFault[], id: string): string | null {
  return faults.find((fault) => fault.id === id)?.text ?? null
}

function sessionView(language: Language, session: SessionShown, current: string): SessionView {
  const { account } = words[language]
  const device = account.device(session.browser, session.system)
  const isThis = session.handle === current
  return {
    device,
    isThis,
    place: session.address === null ? null : account.place(session.address),
    signedIn: timeOf(language, session.signedInAt),
    seen: timeOf(language, session.seenAt),
    endAction: isThis ? null : paths.session(session.handle),
    endName: account.endNamed(device),
  }
}

function timeOf(language: Language, at: number): { text: string; iso: string } {
  return { text: formatMoment(language, at), iso: new Date(at).toISOString() }
}
