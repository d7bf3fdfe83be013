import type { Entry } from '../../activity/entry.ts'

export interface EntryRow {
  id: string
  company_id: string
  at: number
  member_id: string | null
  action: Entry['action']
  facts: string
  result: Entry['result']
  address: string | null
}

export const entryColumns = 'id, company_id, at, member_id, action, facts, result, address'

export function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    companyId: row.company_id,
    at: row.at,
    memberId: row.member_id,
    action: row.action,
    facts: JSON.parse(row.facts),
    result: row.result,
    address: row.address,
  }
}
