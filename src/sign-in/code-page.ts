import { paths } from '../web/paths.ts'
import type { CodeFieldView, CodeView, Field, ForgottenView } from '../web/views.ts'
import type { Words } from '../words/words.ts'

export type CodeKind = CodeFieldView['kind']

export const recoveryHref = `${paths.signInCode}?kind=recovery`

export function codeView({ code }: Words, kind: CodeKind, error: string | null): CodeView {
  const isRecovery = kind === 'recovery'
  return {
    heading: isRecovery ? code.recoveryTitle : code.title,
    intro: isRecovery ? code.recoveryIntro : code.intro,
    action: paths.signInCode,
    faults: error === null ? [] : [{ id: 'code', text: error }],
    field: {
      id: 'code',
      kind,
      label: isRecovery ? code.recoveryLabel : code.label,
      hint: isRecovery ? code.recoveryHint : null,
      error,
    },
    other: isRecovery
      ? { href: paths.signInCode, label: code.useCode }
      : { href: recoveryHref, label: code.useRecovery },
    startOverHref: paths.signIn,
  }
}

export function forgottenView(t: Words, email: string, error: string | null): ForgottenView {
  const field: Field = {
    id: 'email',
    name: 'email',
    label: t.signIn.email,
    value: email,
    autocomplete: 'username',
    type: 'email',
    hint: null,
    error,
    required: true,
  }
  return {
    action: paths.forgotten,
    faults: error === null ? [] : [{ id: 'email', text: error }],
    field,
    backHref: paths.signIn,
  }
}
