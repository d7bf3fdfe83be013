import { randomUUID } from 'node:crypto'
import type { Action, Facts } from '../../activity/entry.ts'
import { type Actor, may, type Role } from '../../company/company.ts'
import type { TeamMessage } from '../../mail/message.ts'
import { type Refusal, refusalOfChange, refusalOfHandOver, standingOf } from '../../members/team.ts'
import type { Asker } from '../../ports/privacy.ts'
import type { Team, TeamChange, TeamMember } from '../../ports/team.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { writeMails } from './outbox-rows.ts'
import { withdrawInvitationsOf } from './withdraw-invitations.ts'

interface TeamRow {
  member_id: string
  name: string
  email: string
  role: Role
  created_at: number
}

export function sqlTeam(database: Database): Team {
  return {
    of: (companyId) => teamOf(database, companyId),

    changeRole: (actor, memberId, role, now) =>
      changing(database, actor, 'role changed', { memberId, role }, now, async (queries, team) => {
        const refusal = refusalOfChange(team, actor.member.id, memberId, role)
        const roleBefore = standingOf(team, memberId)?.role
        if (refusal || roleBefore === undefined || roleBefore === 'owner') return refusal ?? 'owner'
        if (roleBefore === role) return 'same'
        await setRole(queries, actor.company.id, memberId, role)
        if (!may(role, 'manage members')) await withdrawInvitationsOf(queries, askerOf(actor), memberId, now)
        return { kind: 'role changed', memberId, by: actor.member.id, role, roleBefore }
      }),

    remove: (actor, memberId, now) =>
      changing(database, actor, 'member removed', { memberId }, now, async (queries, team) => {
        const refusal = refusalOfChange(team, actor.member.id, memberId, null)
        if (refusal) return refusal
        await queries.run('delete from memberships where company_id = $1 and member_id = $2', [
          actor.company.id,
          memberId,
        ])
        await endSessionsWithoutCompany(queries, memberId)
        await withdrawInvitationsOf(queries, askerOf(actor), memberId, now)
        return { kind: 'member removed', memberId, by: actor.member.id }
      }),

    handOver: (actor, memberId, now) =>
      changing(database, actor, 'ownership handed over', { memberId }, now, async (queries, team) => {
        const refusal = refusalOfHandOver(team, actor.member.id, memberId)
        if (refusal) return refusal
        // In this order: the index allows no second owner, not even for a moment.
        await setRole(queries, actor.company.id, actor.member.id, 'administrator')
        await setRole(queries, actor.company.id, memberId, 'owner')
        return { kind: 'ownership handed over', from: actor.member.id, to: memberId }
      }),
  }
}

function askerOf({ company, member, address }: Actor): Asker {
  return { companyId: company.id, memberId: member.id, address }
}

type Change = (queries: Queries, team: readonly TeamMember[]) => Promise<Refusal | 'same' | TeamMessage>

/** One change of a company's people at a time, with its entry and its mail; a refusal has its entry, too. */
function changing(
  database: Database,
  actor: Actor,
  action: Action,
  given: Facts & { memberId: string },
  now: number,
  change: Change,
): Promise<TeamChange> {
  const { company, member, address } = actor
  return database.transaction(async (queries) => {
    const team = await lockedTeamOf(queries, company.id)
    const answer = await change(queries, team)
    if (answer === 'same' || answer === 'missing') return answer
    const roleBefore = standingOf(team, given.memberId)?.role
    const facts = { ...given, ...(roleBefore && { roleBefore }) }
    const entry = { companyId: company.id, memberId: member.id, address, action }
    if (typeof answer === 'string') {
      await writeEntries(queries, [{ ...entry, facts: { ...facts, why: answer }, result: 'refused' }], now)
      return answer
    }
    await writeEntries(queries, [{ ...entry, facts, result: 'done' }], now)
    // Those concerned, and the owner, who answers for the company.
    const owner = team.find(({ role }) => role === 'owner')
    const told = new Set([given.memberId, ...(owner ? [owner.memberId] : [])])
    const to = [...told].map((memberId) => ({ memberId }))
    const mail = { companyId: company.id, message: answer, to, once: `team/${randomUUID()}` }
    await writeMails(queries, [mail], now)
    return 'done'
  })
}

/** Until the transaction ends nobody else changes who belongs to the company, or who does what. */
export async function lockedTeamOf(queries: Queries, companyId: string): Promise<TeamMember[]> {
  // Changing the row, even to what it was, keeps it to this transaction: both databases know how.
  await queries.run('update companies set wallet_version = wallet_version where id = $1', [companyId])
  return teamOf(queries, companyId)
}

async function teamOf(queries: Queries, companyId: string): Promise<TeamMember[]> {
  const rows = await queries.all<TeamRow>(
    `select s.member_id, m.name, m.email, s.role, s.created_at
     from memberships s join members m on m.id = s.member_id where s.company_id = $1`,
    [companyId],
  )
  return rows.map(toTeamMember).sort(byRoleAndName)
}

function toTeamMember({ member_id, name, email, role, created_at }: TeamRow): TeamMember {
  return { memberId: member_id, name, email, role, since: created_at }
}

const order: readonly Role[] = ['owner', 'administrator', 'billing', 'developer']

function byRoleAndName(one: TeamMember, other: TeamMember): number {
  return (
    order.indexOf(one.role) - order.indexOf(other.role) ||
    one.name.localeCompare(other.name) ||
    (one.memberId < other.memberId ? -1 : 1)
  )
}

async function setRole(queries: Queries, companyId: string, memberId: string, role: Role): Promise<void> {
  await queries.run('update memberships set role = $3 where company_id = $1 and member_id = $2', [
    companyId,
    memberId,
    role,
  ])
}

async function endSessionsWithoutCompany(queries: Queries, memberId: string): Promise<void> {
  await queries.run(
    `delete from sessions where member_id = $1
     and not exists (select 1 from memberships where member_id = $1)`,
    [memberId],
  )
}
