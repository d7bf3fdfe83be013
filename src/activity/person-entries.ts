// What somebody does about their own account concerns each company that they belong to.

import type { Actor } from '../company/company.ts'
import type { Action, Facts, NewEntry, Result } from './entry.ts'

export function entriesOf(
  { member, company, otherCompanies, address }: Actor,
  action: Action,
  { facts = {}, result = 'done' }: { facts?: Facts; result?: Result } = {},
): NewEntry[] {
  return [company, ...otherCompanies].map(({ id }) => ({
    companyId: id,
    memberId: member.id,
    address,
    action,
    facts,
    result,
  }))
}
