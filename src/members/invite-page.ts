import { paths } from '../web/paths.ts'
import type { FieldFault, InviteView } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import type { InvitationFault, TypedInvitation } from './invite.ts'
import { rolesView } from './pages.ts'
import { givenRoles } from './team.ts'

export function inviteView(
  t: Words,
  company: string,
  typed: TypedInvitation,
  faults: readonly InvitationFault[],
): InviteView {
  const { invite } = t.members
  const error = (field: InvitationFault['field']): string | null => {
    const fault = faults.find((each) => each.field === field)
    return fault ? invite.faults[`${fault.field} ${fault.why}` as keyof typeof invite.faults] : null
  }
  const again = faults.find((fault) => fault.why === 'invited already')
  return {
    intro: invite.intro(company),
    action: paths.invitations,
    cancelHref: paths.users,
    faults: faults.map(({ field }): FieldFault => {
      return { id: field === 'email' ? field : `role-${givenRoles[0]}`, text: error(field) ?? '' }
    }),
    email: {
      id: 'email',
      name: 'email',
      label: invite.email,
      value: typed.email,
      // Another's, which the browser does not know.
      autocomplete: 'off',
      type: 'email',
      hint: null,
      error: error('email'),
      required: true,
    },
    againAction: again?.pending ? paths.invitation(again.pending.id) : null,
    roles: rolesView(t, invite.role, typed.role, error('role')),
  }
}
