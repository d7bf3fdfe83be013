// An address and a password lead to a member, or to a refusal that does not say which of the two was wrong.

import type { Actor } from '../company/company.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Members } from '../ports/store.ts'

export async function memberWith(
  members: Members,
  passwords: Passwords,
  email: string,
  password: string,
): Promise<Actor | null> {
  const known = await members.byEmail(normalised(email))
  const matches = await passwords.verify(known?.passwordHash ?? null, password)
  // Whoever belongs to no company any more has nothing to sign in to.
  return known && matches ? members.actor(known.member.id, null) : null
}

/** Addresses are compared without regard to case; nobody has two that differ in it alone. */
export function normalised(email: string): string {
  return email.trim().toLowerCase()
}
