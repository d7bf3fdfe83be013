import { stateOf } from '../../members/invitation.ts'
import type { Accepted, Asked, Newcomer } from '../../ports/team.ts'
import { writeEntries } from './activity.ts'
import type { Queries } from './database.ts'
import { invitationsWhere } from './invitation-row.ts'
import { writeMails } from './outbox-rows.ts'
import { lockedTeamOf } from './team.ts'

type Who = { readonly memberId: string } | Newcomer

/** Within one transaction: the link is spent, and whoever held it belongs to the company. */
export async function acceptInvitation(
  queries: Queries,
  tokenHash: string,
  who: Who,
  address: string | null,
  now: number,
): Promise<Accepted> {
  const asked = await byToken(queries, tokenHash)
  if (!asked) return { result: 'gone' }
  const { companyId, role } = asked
  const team = await lockedTeamOf(queries, companyId)
  // Read again: of two at once, the other may have used it, and whoever invited may have withdrawn it.
  const invitation = await byToken(queries, tokenHash)
  if (!invitation || stateOf(invitation, now) !== 'open') return { result: 'gone' }
  const memberId = await memberWho(queries, invitation.email, who, now)
  if (memberId === null) return { result: 'has account' }
  // From now on the address is the member's, and stands with them alone: whoever erases them finds it in one place.
  await queries.run('update invitations set accepted_at = $2, accepted_by = $3, email = null where id = $1', [
    invitation.id,
    now,
    memberId,
  ])
  const joined = await queries.run(
    `insert into memberships (company_id, member_id, role, created_at) values ($1, $2, $3, $4)
     on conflict (company_id, member_id) do nothing`,
    [companyId, memberId, role, now],
  )
  if (joined === 0) return { result: 'already', companyId, memberId }
  const facts = { memberId, invitationId: invitation.id, role }
  const entry = { companyId, memberId, address, action: 'member joined', facts, result: 'done' } as const
  await writeEntries(queries, [entry], now)
  const owners = team.filter((member) => member.role === 'owner').map((owner) => owner.memberId)
  const to = [...new Set([...owners, invitation.invitedBy])].map((id) => ({ memberId: id }))
  const message = { kind: 'member joined', memberId, role } as const
  await writeMails(queries, [{ companyId, message, to, once: `joined/${invitation.id}` }], now)
  return { result: 'joined', companyId, memberId }
}

async function byToken(queries: Queries, tokenHash: string): Promise<Asked | undefined> {
  return (await invitationsWhere(queries, 'i.token_hash = $1', [tokenHash]))[0]
}

/** Null where the invitation is not theirs to accept in this way. */
async function memberWho(queries: Queries, email: string, who: Who, now: number): Promise<string | null> {
  if ('name' in who) return settle(queries, email, who, now)
  const invited = await queries.get<{ id: string }>('select id from members where email = $1', [email])
  return invited?.id === who.memberId ? who.memberId : null
}

/** The newcomer's id. Null where the address has a password that they did not choose just now. */
async function settle(
  queries: Queries,
  email: string,
  { id, name, language, passwordHash }: Newcomer,
  now: number,
): Promise<string | null> {
  const added = await queries.run(
    `insert into members (id, email, name, password_hash, language, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (email) do nothing`,
    [id, email, name, passwordHash, language, now],
  )
  if (added === 1) return id
  // An operator may have entered the address for somebody who has never signed in.
  const known = await queries.get<{ id: string }>(
    `update members set password_hash = $2, name = $3 where email = $1 and password_hash is null returning id`,
    [email, passwordHash, name],
  )
  if (!known) return null
  await queries.run('update password_links set used_at = $2 where member_id = $1 and used_at is null', [
    known.id,
    now,
  ])
  return known.id
}
