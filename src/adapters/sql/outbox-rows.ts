import { randomUUID } from 'node:crypto'
import { may, type Role } from '../../company/company.ts'
import type { Message, NewMail } from '../../mail/message.ts'
import type { Mail } from '../../ports/outbox.ts'
import type { Queries } from './database.ts'

export interface OutboxRow {
  id: string
  company_id: string
  member_id: string
  kind: Message['kind']
  facts: string
  created_at: number
  tries: number
}

export const outboxColumns = 'id, company_id, member_id, kind, facts, created_at, tries'

/** Within the transaction of what they report, so that there is never one without the other. */
export async function writeMails(queries: Queries, mails: readonly NewMail[], now: number): Promise<void> {
  for (const mail of mails) {
    for (const memberId of await recipients(queries, mail.companyId))
      await write(queries, mail, memberId, now)
  }
}

async function recipients(queries: Queries, companyId: string): Promise<string[]> {
  const rows = await queries.all<{ member_id: string; role: Role }>(
    'select member_id, role from memberships where company_id = $1 order by member_id',
    [companyId],
  )
  return rows.filter(({ role }) => may(role, 'manage billing')).map((row) => row.member_id)
}

async function write(
  queries: Queries,
  { companyId, message, once }: NewMail,
  memberId: string,
  now: number,
): Promise<void> {
  const { kind, ...facts } = message
  await queries.run(
    `insert into outbox (id, company_id, member_id, once, kind, facts, created_at, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (company_id, member_id, once) do nothing`,
    [randomUUID(), companyId, memberId, once, kind, JSON.stringify(facts), now],
  )
}

export function toMail(row: OutboxRow): Mail {
  return {
    id: row.id,
    companyId: row.company_id,
    memberId: row.member_id,
    message: { kind: row.kind, ...JSON.parse(row.facts) },
    createdAt: row.created_at,
    tries: row.tries,
  }
}
