import type { Actor, Language, Role } from '../company/company.ts'
import type { Pending, TeamMember } from '../ports/team.ts'
import { paths } from '../web/paths.ts'
import type {
  ChoicesView,
  InvitationRowView,
  KebabView,
  LinkView,
  OwnershipView,
  RoleView,
  UserRemovalView,
  UserRowView,
  UsersView,
} from '../web/views.ts'
import { formatDate, formatMoment } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import { stateOf } from './invitation.ts'
import { givenRoles, refusalOfChange, refusalOfHandOver } from './team.ts'

export interface UsersSituation {
  readonly actor: Actor
  readonly team: readonly TeamMember[]
  readonly pending: readonly Pending[]
  readonly now: number
}

export function usersView(language: Language, { actor, team, pending, now }: UsersSituation): UsersView {
  const t = words[language]
  return {
    intro: t.members.intro(actor.company.name),
    rows: team.map((member) => rowOf(language, t, actor, team, member)),
    invitations: pending.map((each) => invitationRowOf(language, t, each, now)),
    inviteHref: paths.invitations,
    former: { href: paths.formerMembers, label: t.privacy.former.title },
  }
}

function rowOf(
  language: Language,
  t: Words,
  actor: Actor,
  team: readonly TeamMember[],
  member: TeamMember,
): UserRowView {
  const actions = actionsOn(t, actor, team, member.memberId)
  return {
    id: member.memberId,
    name: member.name,
    email: member.email,
    role: t.members.roleNames[member.role],
    since: { text: formatDate(language, member.since), iso: new Date(member.since).toISOString() },
    isYou: member.memberId === actor.member.id,
    kebab:
      actions.length > 0
        ? kebabOf(t, { id: member.memberId, subject: member.name, posts: false }, ...actions)
        : null,
  }
}

function kebabOf(
  t: Words,
  { id, subject, posts }: { id: string; subject: string; posts: boolean },
  ...links: readonly LinkView[]
): KebabView {
  const items = links.map((link) => ({ ...link, posts, target: null }))
  return { id, name: t.members.actions(subject), subject, items, focused: false }
}

function actionsOn(t: Words, { member }: Actor, team: readonly TeamMember[], memberId: string): LinkView[] {
  const isYou = memberId === member.id
  const isTheOwner = isYou && team.some((one) => one.memberId === memberId && one.role === 'owner')
  const mayGetARole = givenRoles.some((role) => !refusalOfChange(team, member.id, memberId, role))
  const mayBeRemoved = !refusalOfChange(team, member.id, memberId, null)
  const mayOwn = !refusalOfHandOver(team, member.id, memberId)
  return [
    ...(mayGetARole ? [{ href: paths.user(memberId), label: t.members.changeRole }] : []),
    ...(mayOwn ? [{ href: `${paths.ownership}?to=${memberId}`, label: t.members.handOver }] : []),
    ...(isTheOwner ? [{ href: paths.ownership, label: t.members.handOver }] : []),
    ...(mayBeRemoved
      ? [{ href: paths.userRemoval(memberId), label: isYou ? t.members.leave : t.members.remove }]
      : []),
  ]
}

function invitationRowOf(language: Language, t: Words, each: Pending, now: number): InvitationRowView {
  return {
    id: each.id,
    email: each.email,
    role: t.members.roleNames[each.role],
    by: t.members.by(each.by),
    until: {
      text: formatMoment(language, each.expiresAt),
      iso: new Date(each.expiresAt).toISOString(),
    },
    isExpired: stateOf(each, now) !== 'open',
    kebab: kebabOf(
      t,
      { id: each.id, subject: each.email, posts: true },
      { href: paths.invitation(each.id), label: t.members.again },
      { href: paths.withdrawal(each.id), label: t.members.withdraw },
    ),
  }
}

export function rolesView(t: Words, legend: string, chosen: string, error: string | null): ChoicesView {
  const choices = givenRoles.map((role) => ({
    id: `role-${role}`,
    value: role,
    label: t.members.roleNames[role],
    note: t.members.roleHelp[role],
    chosen: role === chosen,
  }))
  return { name: 'role', legend, error, choices }
}

export function roleView(
  t: Words,
  member: TeamMember,
  isYou: boolean,
  chosen: Role | '' = member.role,
): RoleView {
  const error = chosen === '' ? t.members.role.missing : null
  return {
    heading: t.members.role.title(member.name),
    email: member.email,
    action: paths.user(member.memberId),
    cancelHref: paths.users,
    faults: error === null ? [] : [{ id: `role-${givenRoles[0]}`, text: error }],
    roles: rolesView(t, t.members.role.legend, chosen, error),
    warning: isYou ? t.members.role.own : null,
  }
}

export function userRemovalView(t: Words, { member, company }: Actor, subject: TeamMember): UserRemovalView {
  const { removal } = t.members
  const isYou = subject.memberId === member.id
  return {
    heading: isYou ? removal.leaveTitle(company.name) : removal.title(subject.name, company.name),
    email: subject.email,
    texts: isYou ? [removal.leaveMeans, removal.leaveStays] : [removal.means, removal.stays],
    action: paths.userRemoval(subject.memberId),
    confirm: isYou ? removal.leave : removal.confirm,
    cancel: isYou ? removal.stay : removal.cancel,
    cancelHref: paths.users,
  }
}

/** `missing`: nobody was chosen, and somebody has to be. */
export function ownershipView(
  t: Words,
  { member, company }: Actor,
  team: readonly TeamMember[],
  { chosen, missing = false }: { chosen: string; missing?: boolean },
): OwnershipView {
  const { ownership } = t.members
  const heirs = team.filter(({ memberId }) => memberId !== member.id)
  const idOf = (memberId: string): string => `heir-${memberId}`
  const error = missing ? ownership.missing : null
  const choices = heirs.map(({ memberId, name, email, role }) => ({
    id: idOf(memberId),
    value: memberId,
    label: name,
    note: `${email}, ${t.members.roles[role]}`,
    chosen: memberId === chosen,
  }))
  return {
    heading: ownership.title(company.name),
    action: paths.ownership,
    cancelHref: paths.users,
    inviteHref: paths.invitations,
    faults: error === null ? [] : [{ id: choices[0]?.id ?? 'main', text: error }],
    heirs: { name: 'to', legend: ownership.legend, error, choices },
  }
}
