// What stands where a name was. The id stays, because money and consents refer to it, and leads to nobody any more.

import { createHash } from 'node:crypto'

/** An address that no mail reaches: the domain is reserved for that (RFC 2606). */
export function addressOfNobody(memberId: string): string {
  return `${memberId}@erased.invalid`
}

export function formerMember(memberId: string): string {
  return `Former user ${digestOf(memberId)}`
}

export function formerCompany(companyId: string): string {
  return `Former company ${digestOf(companyId)}`
}

// Ids that begin alike are told apart all the same.
function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 4)
}
