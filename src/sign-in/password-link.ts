// A link that lets somebody set their password, once. We keep its hash: who reads our database cannot use it.

import { createHash, randomBytes } from 'node:crypto'
import type { Member } from '../company/company.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { PasswordLinks } from '../ports/store.ts'
import { faultOf, type PasswordFault } from './password.ts'

const lifetime = 72 * 60 * 60 * 1000

/** The token that goes into the link. */
export async function makePasswordLink(links: PasswordLinks, memberId: string, now: number): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await links.add(hashOf(token), memberId, now + lifetime)
  return token
}

export function memberOfLink(links: PasswordLinks, token: string, now: number): Promise<Member | null> {
  return links.memberFor(hashOf(token), now)
}

/** Sets the password and spends the link; whoever was signed in as this member is not any more. */
export async function useLink(
  links: PasswordLinks,
  passwords: Passwords,
  token: string,
  password: string,
  now: number,
): Promise<'set' | 'gone' | PasswordFault> {
  const fault = faultOf(password)
  if (fault) return fault
  return (await links.use(hashOf(token), await passwords.hash(password), now)) ? 'set' : 'gone'
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
