import { paths } from '../web/paths.ts'
import type { Field, FieldFault, PasswordView, SignInView } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import { trialAccounts, trialPassword } from './trial-accounts.ts'

export interface SignInSituation {
  readonly sandbox: boolean
  readonly next: string | undefined
  readonly email: string
  readonly problems: readonly ('noEmail' | 'noPassword' | 'refused')[]
}

export function signInView(t: Words, { sandbox, next, email, problems }: SignInSituation): SignInView {
  const faults: FieldFault[] = problems.map((problem) => ({
    id: problem === 'noPassword' ? 'password' : 'email',
    text: t.signIn[problem],
  }))
  const accounts = trialAccounts.map((account) => ({
    email: account.email,
    name: account.name,
    about: `${account.company}, ${t.signIn.roles[account.role]}`,
  }))
  const trial = { intro: t.signIn.tryIntro(trialPassword), password: trialPassword, accounts }
  return {
    action: paths.signIn,
    next: next ?? null,
    fields: [
      fieldOf('email', t.signIn.email, email, 'username', faults),
      fieldOf('password', t.signIn.password, '', 'current-password', faults),
    ],
    forgottenHref: paths.forgotten,
    faults,
    trial: sandbox ? trial : null,
  }
}

function fieldOf(
  name: 'email' | 'password',
  label: string,
  value: string,
  autocomplete: string,
  faults: readonly FieldFault[],
): Field {
  const error = faults.find(({ id }) => id === name)?.text ?? null
  return { id: name, name, label, value, autocomplete, type: name, hint: null, error, required: true }
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
