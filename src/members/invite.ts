// Somebody is asked to join a company, or asked again: by a letter, with a link that is good once.

import { randomUUID } from 'node:crypto'
import { looksLikeAnAddress } from '../company/billing-details.ts'
import type { Actor, Language } from '../company/company.ts'
import type { Limit } from '../ports/limits.ts'
import type { Ports } from '../ports/ports.ts'
import type { Pending } from '../ports/team.ts'
import { normalised } from '../sign-in/credentials.ts'
import { lifetime, stateOf } from './invitation.ts'
import { hashOf, type InvitationTokens } from './invitation-tokens.ts'
import { asGivenRole } from './team.ts'

/** As it was typed. */
export interface TypedInvitation {
  readonly email: string
  readonly role: string
}

export type InvitationFault =
  | { readonly field: 'email'; readonly why: 'missing' | 'malformed' | 'member already' }
  | { readonly field: 'email'; readonly why: 'invited already'; readonly pending: Pending | undefined }
  | { readonly field: 'role'; readonly why: 'missing' }

export type Invited =
  | { readonly result: 'done'; readonly email: string }
  | { readonly result: 'faulty'; readonly faults: readonly InvitationFault[] }
  /** `until` in epoch milliseconds. */
  | { readonly result: 'limited'; readonly until: number }
  | { readonly result: 'missing' | 'no right' }

type Sending = Pick<Ports, 'store' | 'clock'>

export const mostInADay = 20
const day = 24 * 60 * 60_000

export async function invite(
  { store, clock }: Sending,
  tokens: InvitationTokens,
  actor: Actor,
  typed: TypedInvitation,
  language: Language,
): Promise<Invited> {
  const now = clock.now()
  const email = normalised(typed.email)
  const role = asGivenRole(typed.role)
  const faults: InvitationFault[] = [...(await faultsOf(store, actor, email, now))]
  if (!role) faults.push({ field: 'role', why: 'missing' })
  if (!role || faults.length > 0) return { result: 'faulty', faults }
  const until = await store.limits.take([limitOn(actor)], now)
  if (until !== null) return { result: 'limited', until }
  const id = randomUUID()
  const tokenHash = hashOf(tokens.make({ id, round: 1 }))
  const expiresAt = now + lifetime
  const invitation = { id, email, role, language, tokenHash, expiresAt }
  const answer = await store.invitations.add(actor, invitation, now)
  if (answer === 'done') return { result: 'done', email }
  if (answer === 'no right') return { result: 'no right' }
  // Somebody else was faster.
  return { result: 'faulty', faults: await faultsOf(store, actor, email, now) }
}

/** By a new link: the one before, wherever it lies, is good for nothing from now on. */
export async function inviteAgain(
  { store, clock }: Sending,
  tokens: InvitationTokens,
  actor: Actor,
  id: string,
  language: Language,
): Promise<Invited> {
  const now = clock.now()
  const pending = (await store.invitations.pending(actor.company.id)).find((each) => each.id === id)
  if (!pending) return { result: 'missing' }
  const until = await store.limits.take([limitOn(actor)], now)
  if (until !== null) return { result: 'limited', until }
  const round = pending.round + 1
  const tokenHash = hashOf(tokens.make({ id, round }))
  const renewed = { id, language, tokenHash, expiresAt: now + lifetime, round }
  const result = await store.invitations.renew(actor, renewed, now)
  return result === 'done' ? { result, email: pending.email } : { result }
}

async function faultsOf(
  store: Sending['store'],
  { company }: Actor,
  email: string,
  now: number,
): Promise<InvitationFault[]> {
  if (email === '') return [{ field: 'email', why: 'missing' }]
  if (!looksLikeAnAddress(email)) return [{ field: 'email', why: 'malformed' }]
  const team = await store.team.of(company.id)
  if (team.some((member) => member.email === email)) return [{ field: 'email', why: 'member already' }]
  const pending = (await store.invitations.pending(company.id)).find((each) => each.email === email)
  const isOpen = pending && stateOf(pending, now) === 'open'
  return isOpen ? [{ field: 'email', why: 'invited already', pending }] : []
}

// Letters to strangers go out in our name: whoever has taken over an account cannot send many.
function limitOn({ company }: Actor): Limit {
  return { key: `invite/company/${company.id}`, most: mostInADay, within: day }
}
