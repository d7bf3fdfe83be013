// The people of a company, and those who are asked to join. What changes is written to the activity log, and to those
// concerned by mail, in the same act; so is what was refused.

import type { Actor, Language, Member } from '../company/company.ts'
import type { Invitation } from '../members/invitation.ts'
import type { GivenRole, Refusal, Standing } from '../members/team.ts'

export interface TeamMember extends Standing, Pick<Member, 'name' | 'email'> {
  readonly since: number
}

/** 'same': there was nothing to change. */
export type TeamChange = 'done' | 'same' | Refusal

export interface Team {
  /** The owner first, then by role and name. */
  of(companyId: string): Promise<readonly TeamMember[]>
  changeRole(actor: Actor, memberId: string, role: GivenRole, now: number): Promise<TeamChange>
  /** Ends the sessions of whoever belongs to no company any more. */
  remove(actor: Actor, memberId: string, now: number): Promise<TeamChange>
  /** The one who was the owner becomes an administrator. */
  handOver(actor: Actor, memberId: string, now: number): Promise<TeamChange>
}

export interface NewInvitation {
  readonly id: string
  readonly email: string
  readonly role: GivenRole
  readonly language: Language
  readonly tokenHash: string
  readonly expiresAt: number
}

/** A pending one, as the company's people see it. */
export interface Pending extends Invitation {
  readonly by: string
}

/** What the one who holds the link may know. */
export interface Asked extends Invitation {
  readonly company: string
  readonly by: string
}

export interface Newcomer {
  /** Used where nobody has the address yet. */
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly passwordHash: string
}

export type Accepted =
  | { readonly result: 'joined' | 'already'; readonly companyId: string; readonly memberId: string }
  /** 'has account': somebody chose a password for this address meanwhile. */
  | { readonly result: 'gone' | 'has account' }

export interface Invitations {
  /** Neither accepted nor withdrawn, and perhaps expired. The newest first. */
  pending(companyId: string): Promise<readonly Pending[]>
  byId(companyId: string, id: string): Promise<Asked | null>
  byToken(tokenHash: string): Promise<Asked | null>
  /** With its letter. One to the same address that has expired is put away. */
  add(
    actor: Actor,
    invitation: NewInvitation,
    now: number,
  ): Promise<'done' | 'member already' | 'invited already' | 'no right'>
  /** With its letter, and a link in the place of the one before; `round` is the next one. */
  renew(
    actor: Actor,
    invitation: Pick<NewInvitation, 'id' | 'language' | 'tokenHash' | 'expiresAt'> & { round: number },
    now: number,
  ): Promise<'done' | 'missing' | 'no right'>
  withdraw(actor: Actor, id: string, now: number): Promise<'done' | 'missing' | 'no right'>
  /** By somebody who is a member of ours, in this company or another, or by a newcomer. */
  accept(
    tokenHash: string,
    who: { readonly memberId: string } | Newcomer,
    address: string | null,
    now: number,
  ): Promise<Accepted>
  /** The addresses of those that nobody can use any more, since `before`. */
  forget(before: number, now: number): Promise<void>
}
