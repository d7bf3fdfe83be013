import { randomUUID } from 'node:crypto'
import { may, type Role } from '../../company/company.ts'
import type { Message, NewMail, Recipient } from '../../mail/message.ts'
import type { Mail } from '../../ports/outbox.ts'
import type { Queries } from './database.ts'
import { isErasing } from './erase-company.ts'

export interface OutboxRow {
  id: string
  company_id: string
  member_id: string | null
  invitation_id: string | null
  kind: Message['kind']
  facts: string
  created_at: number
  tries: number
}

export const outboxColumns = 'id, company_id, member_id, invitation_id, kind, facts, created_at, tries'

/** Within the transaction of what they report, so that there is never one without the other. */
export async function writeMails(queries: Queries, mails: readonly NewMail[], now: number): Promise<void> {
  for (const mail of mails) {
    // A company that is being erased is told nothing more.
    if (await isErasing(queries, mail.companyId)) continue
    const recipients = mail.to ?? (await whoManagesBilling(queries, mail.companyId))
    for (const recipient of recipients) await write(queries, mail, recipient, now)
  }
}

async function whoManagesBilling(queries: Queries, companyId: string): Promise<Recipient[]> {
  const rows = await queries.all<{ member_id: string; role: Role }>(
    'select member_id, role from memberships where company_id = $1 order by member_id',
    [companyId],
  )
  return rows.filter(({ role }) => may(role, 'manage billing')).map((row) => ({ memberId: row.member_id }))
}

async function write(
  queries: Queries,
  { companyId, message, once }: NewMail,
  recipient: Recipient,
  now: number,
): Promise<void> {
  const { kind, ...facts } = message
  const memberId = 'memberId' in recipient ? recipient.memberId : null
  const invitationId = 'invitationId' in recipient ? recipient.invitationId : null
  await queries.run(
    `insert into outbox (id, company_id, member_id, invitation_id, once, kind, facts, created_at, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict do nothing`,
    [randomUUID(), companyId, memberId, invitationId, once, kind, JSON.stringify(facts), now],
  )
}

/** Whoever reads the outbox afterwards, or a copy of it, finds no link that lets somebody in. */
export async function wipeSecret(queries: Queries, id: string): Promise<void> {
  const row = await queries.get<{ facts: string }>(
    'select facts from outbox where id = $1 and secret_until is not null',
    [id],
  )
  if (!row) return
  const facts = JSON.stringify({ ...JSON.parse(row.facts), token: null })
  await queries.run('update outbox set facts = $2, secret_until = null where id = $1', [id, facts])
}

export function toMail(row: OutboxRow): Mail {
  return {
    id: row.id,
    companyId: row.company_id,
    memberId: row.member_id,
    invitationId: row.invitation_id,
    message: { kind: row.kind, ...JSON.parse(row.facts) },
    createdAt: row.created_at,
    tries: row.tries,
  }
}
