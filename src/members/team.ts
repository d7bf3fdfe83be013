// Who may do what to whom in a company, and what a company is never left without.

import { may, type Permission, type Role } from '../company/company.ts'

/** What a member can be made by others; the owner alone makes an owner. */
export type GivenRole = Exclude<Role, 'owner'>
export const givenRoles: readonly GivenRole[] = ['administrator', 'billing', 'developer']

export interface Standing {
  readonly memberId: string
  readonly role: Role
}

/** 'last': nobody would be left who manages billing. */
export type Refusal = 'missing' | 'no right' | 'owner' | 'last'

export function asGivenRole(text: string): GivenRole | undefined {
  return givenRoles.find((role) => role === text)
}

/** Why this member may not get the role, or, with null, not be removed; null where they may. */
export function refusalOfChange(
  team: readonly Standing[],
  actorId: string,
  memberId: string,
  role: GivenRole | null,
): Refusal | null {
  if (!allows(team, actorId, 'manage members')) return 'no right'
  const subject = standingOf(team, memberId)
  if (!subject) return 'missing'
  // Who owns the company stays its owner until they hand it over themselves.
  if (subject.role === 'owner') return 'owner'
  const others = team.filter((one) => one !== subject)
  const after = role === null ? others : [...others, { memberId, role }]
  return managesBilling(subject) && !after.some(managesBilling) ? 'last' : null
}

/** Why the company may not be handed over to this member; null where it may. */
export function refusalOfHandOver(
  team: readonly Standing[],
  actorId: string,
  memberId: string,
): Refusal | null {
  if (!allows(team, actorId, 'own the company')) return 'no right'
  if (!standingOf(team, memberId)) return 'missing'
  return memberId === actorId ? 'owner' : null
}

export function standingOf<S extends Standing>(team: readonly S[], memberId: string): S | undefined {
  return team.find((one) => one.memberId === memberId)
}

/** Of the team as it stands now, whatever the actor's session says. */
export function allows(team: readonly Standing[], actorId: string, permission: Permission): boolean {
  const actor = standingOf(team, actorId)
  return actor !== undefined && may(actor.role, permission)
}

function managesBilling({ role }: Standing): boolean {
  return may(role, 'manage billing')
}
