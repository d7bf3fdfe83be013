// How whoever holds the link of an invitation may come in: it proves that they read the mail of its address, and
// nothing else.

import { randomUUID } from 'node:crypto'
import type { Actor, Language } from '../company/company.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Ports } from '../ports/ports.ts'
import type { Accepted, Asked } from '../ports/team.ts'
import { faultOf, type PasswordFault } from '../sign-in/password.ts'
import { type InvitationState, stateOf } from './invitation.ts'
import { hashOf } from './invitation-tokens.ts'

export type Way =
  /** They are signed in as the one who was invited. */
  | 'join'
  /** Signed in, as another. */
  | 'someone else'
  /** The address has an account; its owner signs in first, with whatever that takes. */
  | 'sign in'
  /** It has one that belongs to no company, so nobody can sign in to it: it joins, and then they sign in. */
  | 'join, then sign in'
  /** They choose a name and a password. */
  | 'new'

export type Standing =
  | { readonly state: 'open'; readonly invitation: Asked; readonly way: Way }
  | { readonly state: Exclude<InvitationState, 'open'> | 'unknown' }

type Store = Ports['store']

export async function standingOf(
  store: Store,
  token: string,
  actor: Actor | null,
  now: number,
): Promise<Standing> {
  const invitation = await store.invitations.byToken(hashOf(token))
  if (!invitation) return { state: 'unknown' }
  const state = stateOf(invitation, now)
  return state === 'open' ? { state, invitation, way: await wayOf(store, invitation, actor) } : { state }
}

async function wayOf({ members }: Store, { email }: Asked, actor: Actor | null): Promise<Way> {
  if (actor) return actor.member.email === email ? 'join' : 'someone else'
  const known = await members.byEmail(email)
  if (!known || known.passwordHash === null) return 'new'
  return (await members.actor(known.member.id, null)) ? 'sign in' : 'join, then sign in'
}

/** For an address that has an account. */
export async function accept(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  invitation: Asked,
  address: string | null,
): Promise<Accepted> {
  const known = await store.members.byEmail(invitation.email)
  if (!known) return { result: 'gone' }
  const { tokenHash } = invitation
  return store.invitations.accept(tokenHash, { memberId: known.member.id }, address, clock.now())
}

export interface TypedNewcomer {
  readonly name: string
  readonly password: string
}

export type NewcomerFault =
  | { readonly field: 'name'; readonly why: 'missing' | 'too long' }
  | { readonly field: 'password'; readonly why: PasswordFault }

const longestName = 100

export function faultsOfNewcomer(
  { name, password }: TypedNewcomer,
  { email, company }: Pick<Asked, 'email' | 'company'>,
): NewcomerFault[] {
  const faults: NewcomerFault[] = []
  if (name === '') faults.push({ field: 'name', why: 'missing' })
  else if (name.length > longestName) faults.push({ field: 'name', why: 'too long' })
  const why = faultOf(password, [name, email, company])
  if (why) faults.push({ field: 'password', why })
  return faults
}

/** For an address that has none; what was typed is right. */
export async function acceptAsNewcomer(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  passwords: Passwords,
  { tokenHash }: Asked,
  { name, password }: TypedNewcomer,
  language: Language,
  address: string | null,
): Promise<Accepted> {
  const passwordHash = await passwords.hash(password)
  const newcomer = { id: randomUUID(), name, language, passwordHash }
  return store.invitations.accept(tokenHash, newcomer, address, clock.now())
}
