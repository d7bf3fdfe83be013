import type { Action } from '../../activity/entry.ts'
import type { Asker, FormerMember, Privacy } from '../../ports/privacy.ts'
import { type Hindrance, hindranceOf, type Standing } from '../../privacy/hindrance.ts'
import { addressOfNobody, formerMember } from '../../privacy/pseudonym.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { withdrawInvitationsOf } from './withdraw-invitations.ts'

type OfMembers = Pick<Privacy, 'standing' | 'formerMembers' | 'eraseMember'>

export function sqlMemberErasure(database: Database): OfMembers {
  return {
    standing: (memberId) => standingOf(database, memberId),
    formerMembers: (companyId) => formerMembers(database, companyId, null),
    eraseMember: (memberId, asker, now) =>
      database.transaction((queries) => erase(queries, memberId, asker, now)),
  }
}

async function standingOf(queries: Queries, memberId: string): Promise<Standing[]> {
  const rows = await queries.all<{
    company_id: string
    name: string
    role: Standing['role']
    theirs: number
  }>(
    `select s.company_id, c.name, s.role, case when s.member_id = $1 then 1 else 0 end as theirs
     from memberships s join companies c on c.id = s.company_id
     where s.company_id in (select company_id from memberships where member_id = $1)
     order by s.company_id, s.member_id`,
    [memberId],
  )
  return rows
    .filter(({ theirs }) => theirs === 1)
    .map(({ company_id, name, role }) => ({
      companyId: company_id,
      companyName: name,
      role,
      others: rows.filter((row) => row.company_id === company_id && row.theirs === 0).map((row) => row.role),
    }))
}

// Whoever is named by what this company keeps was one of its members. Ids have no signs in them that `like` knows, or
// only such as make it find more; the member's own id is compared before.
async function formerMembers(
  queries: Queries,
  companyId: string,
  memberId: string | null,
): Promise<FormerMember[]> {
  const named = ['consents', 'setups', 'attempts', 'activity'].map(
    (table) => `exists (select 1 from ${table} t where t.company_id = $1 and t.member_id = m.id)`,
  )
  const told = `exists (select 1 from activity t where t.company_id = $1
    and t.facts like '%"memberId":"' || m.id || '"%')`
  return queries.all<FormerMember>(
    `select m.id, m.name, m.email, m.language from members m
     where m.erased_at is null and (cast($2 as text) is null or m.id = $2)
       and not exists (select 1 from memberships s where s.member_id = m.id)
       and (${[...named, told].join(' or ')})
     order by m.name, m.id`,
    [companyId, memberId],
  )
}

async function erase(
  queries: Queries,
  memberId: string,
  asker: Asker,
  now: number,
): Promise<'erased' | Hindrance | 'missing'> {
  const standings = await held(queries, memberId)
  const isSelf = asker.memberId === memberId && standings.some((each) => each.companyId === asker.companyId)
  if (!isSelf && (await formerMembers(queries, asker.companyId, memberId)).length === 0) return 'missing'
  const hindrance = hindranceOf(standings) ?? (await paying(queries, memberId))
  if (hindrance) return hindrance
  const companies = isSelf ? standings.map((each) => each.companyId) : [asker.companyId]
  for (const companyId of companies)
    await withdrawInvitationsOf(queries, { ...asker, companyId }, memberId, now)
  await forgetMember(queries, memberId, now)
  const action: Action = 'member erased'
  const entries = companies.map((companyId) => ({
    companyId,
    memberId: asker.memberId,
    address: asker.address,
    action,
    facts: { memberId },
    result: 'done' as const,
  }))
  await writeEntries(queries, entries, now)
  return 'erased'
}

// An attempt begins by changing its company's row, which is held by now; whoever has left begins none.
async function paying(queries: Queries, memberId: string): Promise<Hindrance | null> {
  const sql = `select c.id, c.name from attempts a join companies c on c.id = a.company_id
    where a.member_id = $1 and a.settled_at is null limit 1`
  const attempt = await queries.get<{ id: string; name: string }>(sql, [memberId])
  return attempt ? { why: 'in flight', companyId: attempt.id, companyName: attempt.name } : null
}

// Whoever changes a company's people holds its row first: until this ends, nobody hands it over to them.
async function held(queries: Queries, memberId: string): Promise<Standing[]> {
  await queries.run(
    `update companies set wallet_version = wallet_version
     where id in (select company_id from memberships where member_id = $1)`,
    [memberId],
  )
  return standingOf(queries, memberId)
}

/** What goes with a member, row by row; a test holds every other table to a reason why it does not. */
export const goneWithMember = [
  'sessions',
  'password_links',
  'second_factors',
  'recovery_codes',
  'memberships',
] as const

/** What let them in, what was to be sent to them, and who they were. */
export async function forgetMember(queries: Queries, memberId: string, now: number): Promise<void> {
  for (const table of goneWithMember)
    await queries.run(`delete from ${table} where member_id = $1`, [memberId])
  await queries.run('delete from outbox where member_id = $1 and sent_at is null', [memberId])
  // Where somebody asked for them to join, now or before.
  await queries.run(
    `update invitations set email = null,
       withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, $2) end
     where email = (select m.email from members m where m.id = $1)`,
    [memberId, now],
  )
  for (const table of ['setups', 'wallet_changes', 'attempts'])
    await queries.run(`update ${table} set address = null where member_id = $1`, [memberId])
  await queries.run(
    `update members set email = $2, name = $3, password_hash = null, language = null, heard_language = null,
       erased_at = $4
     where id = $1`,
    [memberId, addressOfNobody(memberId), formerMember(memberId), now],
  )
}
