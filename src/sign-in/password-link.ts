// A link that lets somebody set their password, once. We keep its hash: who reads our database cannot use it.

import { createHash, randomBytes } from 'node:crypto'
import type { Member } from '../company/company.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { PasswordLinks, Store } from '../ports/store.ts'
import { faultOf, type PasswordFault } from './password.ts'
import { told } from './told.ts'

const lifetime = 72 * 60 * 60 * 1000

/** The token that goes into the link. */
export async function makePasswordLink(links: PasswordLinks, memberId: string, now: number): Promise<string> {
  const { token, hash } = newToken()
  await links.add(hash, memberId, now + lifetime)
  return token
}

/** `token` for the link, `hash` for us. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, hash: hashOf(token) }
}

export function memberOfLink(links: PasswordLinks, token: string, now: number): Promise<Member | null> {
  return links.memberFor(hashOf(token), now)
}

/**
 * Sets the password and spends the link; whoever was signed in as this member is not any more. Who had another
 * password before hears of it by mail. `address`: the network's, for the log.
 */
export async function useLink(
  { passwordLinks, accounts, members }: Pick<Store, 'passwordLinks' | 'accounts' | 'members'>,
  passwords: Passwords,
  token: string,
  password: string,
  address: string | null,
  now: number,
): Promise<'set' | 'gone' | PasswordFault> {
  const member = await memberOfLink(passwordLinks, token, now)
  if (!member) return 'gone'
  const actor = await members.actor(member.id, null)
  const fault = faultOf(password, [member.name, member.email, actor?.company.name ?? ''])
  if (fault) return fault
  const isAnother = (await accounts.passwordHash(member.id)) !== null
  const message = isAnother ? ({ kind: 'password changed' } as const) : undefined
  const news = actor ? told({ ...actor, address }, 'password set', message) : { entries: [] }
  const hash = await passwords.hash(password)
  return (await passwordLinks.use(hashOf(token), hash, news, now)) ? 'set' : 'gone'
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
