import { paths } from '../web/paths.ts'
import type { FieldFault, PasswordView, SignInView } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import { trialAccounts, trialPassword } from './trial-accounts.ts'

export interface SignInSituation {
  readonly sandbox: boolean
  readonly next: string | undefined
  readonly email: string
  readonly problem: 'missing' | 'refused' | null
}

export function signInView(t: Words, { sandbox, next, email, problem }: SignInSituation): SignInView {
  const faults: FieldFault[] = problem ? [{ id: 'email', text: t.signIn[problem] }] : []
  const accounts = trialAccounts.map((account) => ({
    email: account.email,
    name: account.name,
    about: `${account.company}, ${t.signIn.roles[account.role]}`,
  }))
  const trial = { intro: t.signIn.tryIntro(trialPassword), password: trialPassword, accounts }
  return {
    action: paths.signIn,
    next: next ?? null,
    email,
    forgottenHref: paths.forgotten,
    faults,
    trial: sandbox ? trial : null,
  }
}

export function passwordView(t: Words, token: string, email: string, problem: string | null): PasswordView {
  return {
    action: paths.password(token),
    email,
    faults: problem ? [{ id: 'password', text: problem }] : [],
    field: {
      id: 'password',
      name: 'password',
      label: t.password.field,
      value: '',
      autocomplete: 'new-password',
      type: 'password',
      hint: null,
      error: problem,
      required: true,
    },
  }
}
