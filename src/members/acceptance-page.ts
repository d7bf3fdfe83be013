import type { Actor } from '../company/company.ts'
import type { Asked } from '../ports/team.ts'
import { paths } from '../web/paths.ts'
import type { AcceptanceView, Field } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import type { NewcomerFault, Way } from './accept.ts'

export interface AcceptanceSituation {
  readonly token: string
  readonly invitation: Pick<Asked, 'email' | 'role' | 'company' | 'by'>
  readonly way: Way
  readonly actor: Actor | null
  readonly name: string
  readonly faults: readonly NewcomerFault[]
}

export function acceptanceView(t: Words, situation: AcceptanceSituation): AcceptanceView {
  const { token, invitation, way, actor } = situation
  const { acceptance, roles, roleMeans } = t.members
  const action = paths.acceptance(token)
  const nothing = { faults: [], newcomer: null, submit: null, signInHref: null, signOutAction: null }
  const own = actor?.member.email ?? ''
  if (way === 'someone else') {
    const texts = [acceptance.other(invitation.email, own)]
    return { ...nothing, heading: acceptance.otherTitle, texts, action, signOutAction: paths.signOut }
  }
  const heading = acceptance.title(invitation.by, invitation.company)
  const role = `${acceptance.yourRole(roles[invitation.role])} ${roleMeans[invitation.role]}`
  const submit = acceptance.submit(invitation.company)
  if (way === 'new') {
    const texts = [role, acceptance.newIntro]
    return { ...nothing, heading, texts, action, submit, ...newcomerView(t, situation) }
  }
  if (way === 'sign in') {
    const texts = [role, acceptance.hasAccount(invitation.email)]
    return { ...nothing, heading, texts, action, signInHref: signInThen(action) }
  }
  const texts = way === 'join' ? [role, acceptance.asYourself(own)] : [role]
  return { ...nothing, heading, texts, action, submit }
}

/** They come back to it once they are signed in. */
export function signInThen(path: string): string {
  return `${paths.signIn}?next=${encodeURIComponent(path)}`
}

function newcomerView(
  t: Words,
  { invitation, name, faults }: AcceptanceSituation,
): Pick<AcceptanceView, 'newcomer' | 'faults'> {
  const { acceptance } = t.members
  const texts = { missing: acceptance.nameMissing, 'too long': acceptance.nameLong, ...t.password }
  const errorOf = (field: NewcomerFault['field']): string | null => {
    const fault = faults.find((each) => each.field === field)
    return fault ? texts[fault.why] : null
  }
  const field: Omit<Field, 'id' | 'name' | 'label' | 'autocomplete' | 'error'> = {
    value: '',
    type: 'text',
    hint: null,
    required: true,
  }
  return {
    faults: faults.map(({ field: id, why }) => ({ id, text: texts[why] })),
    newcomer: {
      email: invitation.email,
      name: {
        ...field,
        id: 'name',
        name: 'name',
        label: acceptance.name,
        value: name,
        autocomplete: 'name',
        error: errorOf('name'),
      },
      password: {
        ...field,
        id: 'password',
        name: 'password',
        label: acceptance.password,
        type: 'password',
        hint: acceptance.passwordHint,
        autocomplete: 'new-password',
        error: errorOf('password'),
      },
    },
  }
}
