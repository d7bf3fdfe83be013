// The pages of somebody's account, and those on the way to it.

import { companySecurityView, recoveryCodesView, secondFactorView } from '../account/factor-pages.ts'
import { accountView } from '../account/pages.ts'
import type { Actor, Language } from '../company/company.ts'
import { codeView, forgottenView } from '../sign-in/code-page.ts'
import { paths } from '../web/paths.ts'
import type { AgainView, CodeFieldView, Views } from '../web/views.ts'
import { formatWait } from '../words/format.ts'
import { words } from '../words/words.ts'

type Shown<N extends keyof Views> = Readonly<Record<string, (language: Language) => Views[N]>>

const alice: Actor = {
  member: { id: 'a', email: 'alice@atelier.example', name: 'Alice Martin', language: 'fr' },
  company: { id: 'c', name: 'Atelier Lumière', stripeCustomerId: null },
  role: 'owner',
  address: null,
  otherCompanies: [],
}
const dan: Actor = { ...alice, role: 'developer' }
const owing: Actor = { ...alice, owesSecondFactor: true }
const noon = Date.UTC(2026, 10, 23, 12)
const here = {
  handle: 'here',
  browser: 'Firefox',
  system: 'Linux',
  address: '203.0.113.7',
  signedInAt: noon,
  seenAt: noon,
}
const there = { ...here, handle: 'there', browser: 'Safari', system: 'iOS', address: null }
const unknown = { ...there, handle: 'unknown', browser: null, system: null }
const shown = { actor: alice, hasFactor: true, current: 'here', name: 'Alice Martin', faults: [] }
// A picture as such, and of nothing.
const picture = { size: 29, path: 'M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7z' }
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const codes = Array.from({ length: 10 }, (_, at) => `k7m2-9xqp-4hr${at}`)

function again(changes: Partial<AgainView>): { page: AgainView } {
  const fields = [{ name: 'follow', value: 'yes' }]
  const page = {
    action: paths.removal('pm_1'),
    email: alice.member.email,
    about: null,
    fields,
    target: null,
    cancelHref: paths.paymentMethods,
    error: null,
  }
  return { page: { ...page, ...changes } }
}

const againStates: Shown<'sign-in/again'> = {
  asked: () => again({}),
  'from a dialog': (language) =>
    again({ target: '#wallet', about: words[language].removal.title('Visa', '4242') }),
  refused: (language) => again({ error: words[language].again.refused }),
  'too often': (language) =>
    again({ error: words[language].again.tooOften(formatWait(language, noon + 540_000, noon)) }),
}

function field(language: Language, kind: CodeFieldView['kind'], isWrong: boolean): CodeFieldView {
  const { code } = words[language]
  return codeView(words[language], kind, isWrong ? code.refused : null).field
}

export const accountExamples = {
  page: {
    'an owner, in two places': (language) => ({
      page: accountView(language, { ...shown, sessions: [here, there, unknown] }),
    }),
    'a developer, without a second factor': (language) => ({
      page: accountView(language, { ...shown, actor: dan, hasFactor: false, sessions: [here] }),
    }),
    'a password refused': (language) => ({
      page: accountView(language, {
        ...shown,
        sessions: [here],
        faults: [{ id: 'current-password', text: words[language].account.currentWrong }],
      }),
    }),
  },
  secondFactor: {
    off: (language) => ({ page: secondFactorView(language, alice, { state: 'off' }) }),
    required: (language) => ({ page: secondFactorView(language, owing, { state: 'off' }) }),
    waiting: (language) => ({
      page: secondFactorView(language, alice, { state: 'waiting', secret, picture, error: null }),
    }),
    'a code refused': (language) => ({
      page: secondFactorView(language, owing, {
        state: 'waiting',
        secret,
        picture,
        error: words[language].account.factor.codeRefused,
      }),
    }),
    on: (language) => ({
      page: secondFactorView(language, alice, { state: 'on', since: noon, codesLeft: 9, isRequired: false }),
    }),
    'on and required, no code left': (language) => ({
      page: secondFactorView(language, alice, { state: 'on', since: noon, codesLeft: 0, isRequired: true }),
    }),
  },
  recoveryCodes: {
    ten: () => ({ page: recoveryCodesView(alice, codes) }),
    'to go on': () => ({ page: recoveryCodesView(owing, codes) }),
  },
  security: {
    'not required': (language) => ({
      page: companySecurityView(language, alice, { required: false, people: 4, without: 3, hasOwn: false }),
    }),
    'not required, of one': (language) => ({
      page: companySecurityView(language, alice, { required: false, people: 1, without: 1, hasOwn: false }),
    }),
    required: (language) => ({
      page: companySecurityView(language, alice, { required: true, people: 4, without: 0, hasOwn: true }),
    }),
  },
  code: {
    fresh: (language) => ({ page: codeView(words[language], 'digits', null) }),
    refused: (language) => ({ page: codeView(words[language], 'digits', words[language].code.refused) }),
    recovery: (language) => ({ page: codeView(words[language], 'recovery', null) }),
  },
  forgotten: {
    fresh: (language) => ({ page: forgottenView(words[language], '', null) }),
    malformed: (language) => ({
      page: forgottenView(words[language], 'alice', words[language].forgotten.malformed),
    }),
  },
  again: againStates,
  codeField: {
    digits: (language) => ({ field: field(language, 'digits', false) }),
    recovery: (language) => ({ field: field(language, 'recovery', false) }),
    faulty: (language) => ({ field: field(language, 'digits', true) }),
  },
} satisfies {
  page: Shown<'account/page'>
  secondFactor: Shown<'account/second-factor'>
  recoveryCodes: Shown<'account/recovery-codes'>
  security: Shown<'company/security'>
  code: Shown<'sign-in/code'>
  forgotten: Shown<'sign-in/forgotten'>
  again: Shown<'sign-in/again'>
  codeField: Shown<'partials/_code'>
}
