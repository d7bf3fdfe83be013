// What stands in the way of erasing a member: a company is never left without its owner, nor without anybody who sees
// to its payments; and what a bank may still be charging at their word is waited for.

import { may, type Role } from '../company/company.ts'

/** A member's place in one of their companies. */
export interface Standing {
  readonly companyId: string
  readonly companyName: string
  readonly role: Role
  /** What the others there are. */
  readonly others: readonly Role[]
}

export interface Hindrance {
  readonly why: 'owner' | 'last for billing' | 'in flight'
  readonly companyId: string
  readonly companyName: string
}

export function hindranceOf(standings: readonly Standing[]): Hindrance | null {
  for (const { companyId, companyName, role, others } of standings) {
    if (role === 'owner') return { why: 'owner', companyId, companyName }
    const isAlone = may(role, 'manage billing') && !others.some((other) => may(other, 'manage billing'))
    if (isAlone) return { why: 'last for billing', companyId, companyName }
  }
  return null
}
