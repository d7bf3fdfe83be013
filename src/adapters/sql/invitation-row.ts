import type { Language } from '../../company/company.ts'
import type { GivenRole } from '../../members/team.ts'
import type { Asked } from '../../ports/team.ts'
import type { Queries } from './database.ts'

interface InvitationRow {
  id: string
  company_id: string
  email: string | null
  role: GivenRole
  language: Language
  invited_by: string
  token_hash: string
  round: number
  expires_at: number
  withdrawn_at: number | null
  accepted_at: number | null
  company_name: string
  by_name: string
}

/** With the names of who invites and where to. */
export async function invitationsWhere(
  queries: Queries,
  condition: string,
  values: readonly string[],
): Promise<Asked[]> {
  const rows = await queries.all<InvitationRow>(
    `select i.id, i.company_id, i.email, i.role, i.language, i.invited_by, i.token_hash, i.round, i.expires_at,
       i.withdrawn_at, i.accepted_at, c.name as company_name, m.name as by_name
     from invitations i join companies c on c.id = i.company_id join members m on m.id = i.invited_by
     where ${condition} order by i.created_at desc, i.id`,
    values,
  )
  return rows.map(toInvitation)
}

function toInvitation(row: InvitationRow): Asked {
  return {
    id: row.id,
    companyId: row.company_id,
    email: row.email ?? '',
    role: row.role,
    language: row.language,
    invitedBy: row.invited_by,
    tokenHash: row.token_hash,
    round: row.round,
    expiresAt: row.expires_at,
    withdrawnAt: row.withdrawn_at,
    acceptedAt: row.accepted_at,
    company: row.company_name,
    by: row.by_name,
  }
}
