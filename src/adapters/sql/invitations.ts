import type { Facts, NewEntry } from '../../activity/entry.ts'
import type { Actor } from '../../company/company.ts'
import { stateOf } from '../../members/invitation.ts'
import { allows } from '../../members/team.ts'
import type { Asked, Invitations } from '../../ports/team.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { invitationsWhere } from './invitation-row.ts'
import { writeMails } from './outbox-rows.ts'
import { lockedTeamOf } from './team.ts'

const isPending = 'i.accepted_at is null and i.withdrawn_at is null'

export function sqlInvitations(database: Database): Invitations {
  return {
    pending: (companyId) => invitationsWhere(database, `i.company_id = $1 and ${isPending}`, [companyId]),

    async byId(companyId, id) {
      return (await invitationsWhere(database, 'i.company_id = $1 and i.id = $2', [companyId, id]))[0] ?? null
    },

    async byToken(tokenHash) {
      return (await invitationsWhere(database, 'i.token_hash = $1', [tokenHash]))[0] ?? null
    },

    add: (actor, { id, email, role, language, tokenHash, expiresAt }, now) =>
      database.transaction(async (queries) => {
        const team = await lockedTeamOf(queries, actor.company.id)
        if (!allows(team, actor.member.id, 'manage members')) return 'no right'
        if (team.some((member) => member.email === email)) return 'member already'
        const before = await pendingOf(queries, actor.company.id, 'email', email)
        if (before && stateOf(before, now) === 'open') return 'invited already'
        if (before) await setAside(queries, before.id, now)
        await queries.run(
          `insert into invitations (id, company_id, email, role, language, invited_by, token_hash, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, actor.company.id, email, role, language, actor.member.id, tokenHash, now, expiresAt],
        )
        await tell(queries, actor, { id, role, round: 1 }, now)
        return 'done'
      }),

    renew: (actor, { id, language, tokenHash, expiresAt, round }, now) =>
      database.transaction(async (queries) => {
        const team = await lockedTeamOf(queries, actor.company.id)
        if (!allows(team, actor.member.id, 'manage members')) return 'no right'
        const invitation = await pendingOf(queries, actor.company.id, 'id', id)
        if (!invitation) return 'missing'
        // Pressed twice: it has been sent again already.
        if (invitation.round !== round - 1) return 'done'
        await queries.run(
          'update invitations set token_hash = $2, expires_at = $3, round = $4, language = $5 where id = $1',
          [id, tokenHash, expiresAt, round, language],
        )
        await tell(queries, actor, { id, role: invitation.role, round }, now)
        return 'done'
      }),

    withdraw: (actor, id, now) =>
      database.transaction(async (queries) => {
        const team = await lockedTeamOf(queries, actor.company.id)
        if (!allows(team, actor.member.id, 'manage members')) return 'no right'
        const invitation = await pendingOf(queries, actor.company.id, 'id', id)
        if (!invitation) return 'missing'
        await setAside(queries, id, now)
        const facts = { invitationId: id, role: invitation.role }
        await writeEntries(queries, [entryOf(actor, 'invitation withdrawn', facts)], now)
        return 'done'
      }),

    accept: (tokenHash, who, address, now) =>
      database.transaction((queries) => acceptInvitation(queries, tokenHash, who, address, now)),

    async forget(before, now) {
      await database.run(
        `update invitations set email = null, withdrawn_at = coalesce(withdrawn_at, $2)
         where email is not null and (expires_at < $1 or withdrawn_at < $1)`,
        [before, now],
      )
    },
  }
}

async function pendingOf(
  queries: Queries,
  companyId: string,
  column: 'id' | 'email',
  value: string,
): Promise<Asked | undefined> {
  const condition = `i.company_id = $1 and i.${column} = $2 and ${isPending}`
  return (await invitationsWhere(queries, condition, [companyId, value]))[0]
}

async function setAside(queries: Queries, id: string, now: number): Promise<void> {
  await queries.run('update invitations set withdrawn_at = $2 where id = $1', [id, now])
}

type Sent = Pick<Asked, 'id' | 'role' | 'round'>

async function tell(queries: Queries, actor: Actor, { id, role, round }: Sent, now: number): Promise<void> {
  const message = { kind: 'invited', invitationId: id, round, role, by: actor.member.id } as const
  const to = [{ invitationId: id }]
  await writeMails(queries, [{ companyId: actor.company.id, message, to, once: `round/${round}` }], now)
  await writeEntries(queries, [entryOf(actor, 'member invited', { invitationId: id, role })], now)
}

function entryOf({ company, member, address }: Actor, action: NewEntry['action'], facts: Facts): NewEntry {
  return { companyId: company.id, memberId: member.id, address, action, facts, result: 'done' }
}
