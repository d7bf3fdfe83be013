// A member is erased, by themselves or once they have left: name, address and all that let them in are gone, and what
// they did keeps its place under a pseudonym.

import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { FormerMember } from '../ports/privacy.ts'
import type { Hindrance } from './hindrance.ts'

export type MemberErased = 'erased' | Hindrance | 'missing'

export function eraseMember(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { company, member, address }: Actor,
  memberId: string,
): Promise<MemberErased> {
  const asker = { companyId: company.id, memberId: member.id, address }
  return store.privacy.eraseMember(memberId, asker, clock.now())
}

/** Somebody of this company's records who belongs to none any more; null for everybody else. */
export async function formerMember(
  { store }: Pick<Ports, 'store'>,
  { company }: Actor,
  memberId: string,
): Promise<FormerMember | null> {
  const former = await store.privacy.formerMembers(company.id)
  return former.find(({ id }) => id === memberId) ?? null
}
