// An address and a password lead to a member, or to a refusal that does not say which of the two was wrong.

import { createHash } from 'node:crypto'
import type { Actor } from '../company/company.ts'
import type { Accounts } from '../ports/accounts.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Members } from '../ports/store.ts'

export async function memberWith(
  members: Members,
  passwords: Passwords,
  email: string,
  password: string,
): Promise<{ actor: Actor; passwordMark: string } | null> {
  const known = await members.byEmail(normalised(email))
  const matches = await passwords.verify(known?.passwordHash ?? null, password)
  // Whoever belongs to no company any more has nothing to sign in to.
  const actor = known && matches && (await members.actor(known.member.id, null))
  return actor ? { actor, passwordMark: markOf(known.passwordHash) } : null
}

/** Which password it was, to those who know its hash already. */
export function markOf(passwordHash: string | null): string {
  return createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')
    .slice(0, 22)
}

/**
 * To be asked once a session is in the database. A new password ends the sessions that there are; one that was begun
 * with the old password and comes a moment too late finds out here.
 */
export async function isStillTheirs(
  accounts: Accounts,
  memberId: string,
  passwordMark: string,
): Promise<boolean> {
  return markOf(await accounts.passwordHash(memberId)) === passwordMark
}

/** Addresses are compared without regard to case; nobody has two that differ in it alone. */
export function normalised(email: string): string {
  return email.trim().toLowerCase()
}
