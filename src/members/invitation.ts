// An invitation to join a company: good once, for three days, until it is withdrawn or sent again.

import type { Language } from '../company/company.ts'
import type { GivenRole } from './team.ts'

export const lifetime = 72 * 60 * 60_000

/** After that nobody asks about it any more, and its address is forgotten. */
export const remembered = 30 * 24 * 60 * 60_000

export interface Invitation {
  readonly id: string
  readonly companyId: string
  /** In small letters; empty once it was accepted or forgotten. */
  readonly email: string
  readonly role: GivenRole
  /** Of its letter. */
  readonly language: Language
  readonly invitedBy: string
  readonly tokenHash: string
  /** How often it was sent; each time by another link. */
  readonly round: number
  readonly expiresAt: number
  readonly withdrawnAt: number | null
  readonly acceptedAt: number | null
}

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** One that expired first and was put away afterwards has expired, for whoever still has its link. */
export function stateOf(
  { expiresAt, withdrawnAt, acceptedAt }: Pick<Invitation, 'expiresAt' | 'withdrawnAt' | 'acceptedAt'>,
  now: number,
): InvitationState {
  if (acceptedAt !== null) return 'used'
  if (withdrawnAt !== null && withdrawnAt < expiresAt) return 'withdrawn'
  return now < expiresAt ? 'open' : 'expired'
}
