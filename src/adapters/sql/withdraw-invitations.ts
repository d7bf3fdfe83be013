import type { Role } from '../../company/company.ts'
import type { Asker } from '../../ports/privacy.ts'
import { writeEntries } from './activity.ts'
import type { Queries } from './database.ts'

interface Withdrawn {
  id: string
  role: Role
}

/**
 * Of somebody who manages members no more: whom they invited comes in no more, and neither do they themselves by a
 * letter to their own address. Or whoever is removed would come back by what they sent before.
 */
export async function withdrawInvitationsOf(
  queries: Queries,
  { companyId, memberId: by, address }: Asker,
  memberId: string,
  now: number,
): Promise<void> {
  const withdrawn = await queries.all<Withdrawn>(
    `update invitations set withdrawn_at = $3
     where company_id = $1 and accepted_at is null and withdrawn_at is null
       and (invited_by = $2 or email = (select m.email from members m where m.id = $2))
     returning id, role`,
    [companyId, memberId, now],
  )
  const entries = withdrawn.map(({ id, role }) => ({
    companyId,
    memberId: by,
    address,
    action: 'invitation withdrawn' as const,
    facts: { invitationId: id, role },
    result: 'done' as const,
  }))
  await writeEntries(queries, entries, now)
}
